-- What is old is found by its day. That seldom changes, so that counting once more can leave the indexes as they are (HOT);
-- the instant itself changed with each sending.
drop index send_limit_last;

alter table send_limit
    add column last_day date generated always as ((sent_at[cardinality(sent_at)] at time zone 'UTC')::date) stored;
alter table send_limit set (fillfactor = 70);

create index send_limit_last_day on send_limit (last_day);
