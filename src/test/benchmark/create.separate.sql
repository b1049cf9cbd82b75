-- The rows of one code that is sent, each by a statement of its own.
\set n :n + 1
\set row :client_id * :per_client + :n
begin;
select id, db_now() from account where id = md5('account ' || :row)::uuid for no key update;
insert into send_limit (subject, sent_at) values ('for ' || :run || ' ' || md5('account ' || :row), array[db_now()]);
insert into send_limit (subject, sent_at) values ('for ' || :run || ' ' || md5('account ' || :row) || ' SIGN_IN', array[db_now()]);
insert into send_limit (subject, sent_at) values ('to ' || :run || ' ' || md5('number ' || :row), array[db_now()]);
insert into verification_code (id, account_id, purpose, key_id, hash, seal_key_id, sealed, tries_left, issued_at, expires_at)
values (md5(:run || ' code ' || :row)::uuid, md5('account ' || :row)::uuid, 'FLOOR ' || :run, 'benchmark', decode(repeat('ab', 32), 'hex'),
    'benchmark', decode(repeat('ab', 34), 'hex'), 5, db_now(), db_now() + interval '10 minutes');
insert into verification (id, account_id, service_issuer, service_subject, purpose, channel, destination)
values (md5(:run || ' code ' || :row)::uuid, md5('account ' || :row)::uuid, 'https://tests.invalid', 'benchmark', 'SIGN_IN', 'TEXT', '+447300000000');
insert into history_entry (id, account_id, happened_at, event, facts, actor_kind, actor_name, actor_address)
values (nextval('history_entry_seq'), md5('account ' || :row)::uuid, db_now(), 'CodeIssued',
    jsonb_build_object('code', md5(:run || ' code ' || :row)::uuid, 'purpose', 'SIGN_IN', 'channel', 'TEXT', 'to', '•••• •••000'),
    'SERVICE', 'benchmark', '127.0.0.1');
insert into message (id, account_id, about_id, kind, channel, awaited, urgent, state, seal_key_id, sealed, queued_at, not_after, next_try_at, tries)
values (md5(:run || ' message ' || :row)::uuid, md5('account ' || :row)::uuid, md5(:run || ' code ' || :row)::uuid, 'SignInCodeText', 'TEXT', false, true,
    'QUEUED', 'benchmark', decode(repeat('ab', 250), 'hex'), db_now(), db_now() + interval '10 minutes', db_now(), 0);
update message set tries = 1, first_try_at = db_now(), next_try_at = db_now() + interval '1 minute' where id = md5(:run || ' message ' || :row)::uuid;
update message set state = 'SENT', settled_at = db_now(), provider_id = md5(:run || ' message ' || :row)::uuid::text, seal_key_id = null, sealed = null
where id = md5(:run || ' message ' || :row)::uuid;
commit;
