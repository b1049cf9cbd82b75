-- A message has no name at its gateway before it has left: until then it had two entries of nothing in this index.
drop index message_provider;
create index message_provider on message (provider_id) where channel = 'TEXT' and provider_id is not null;
