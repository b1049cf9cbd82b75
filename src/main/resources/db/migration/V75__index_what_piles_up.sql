-- What waits and what was given up is counted every few seconds on each replica, from these indexes alone.
create index message_waiting on message (channel, queued_at) where state = 'QUEUED';
create index message_dead on message (channel) where state = 'DEAD';
create index announcement_waiting on announcement (receiver, queued_at) where state = 'QUEUED';
