-- The rows of one change of a number that is asked for, each by a statement of its own.
\set n :n + 1
\set row :client_id * :per_client + :n
begin;
select id, db_now() from account where id = md5('account ' || :row)::uuid for no key update;
insert into send_limit (subject, sent_at) values ('for ' || :run || ' ' || md5('account ' || :row), array[db_now()]);
insert into send_limit (subject, sent_at) values ('for ' || :run || ' ' || md5('account ' || :row) || ' PHONE_CHANGE', array[db_now()]);
insert into send_limit (subject, sent_at) values ('to ' || :run || ' ' || md5('number ' || :row), array[db_now()]);
insert into send_limit (subject, sent_at) values ('by ' || :run || ' ' || :row, array[db_now()]);
insert into verification_code (id, account_id, purpose, key_id, hash, seal_key_id, sealed, tries_left, issued_at, expires_at)
values (md5(:run || ' code ' || :row)::uuid, md5('account ' || :row)::uuid, 'FLOOR ' || :run, 'benchmark', decode(repeat('ab', 32), 'hex'),
    'benchmark', decode(repeat('ab', 34), 'hex'), 5, db_now(), db_now() + interval '10 minutes');
insert into phone_change (id, account_id, origin, new_number, new_number_masked, current_number, current_number_masked, language, code_id, state, due_at, requested_at)
values (md5(:run || ' change ' || :row)::uuid, md5('account ' || :row)::uuid, 'SIGNED_IN', '+447200000000', '•••• •••000', '+447300000000',
    '•••• •••000', 'ENGLISH', md5(:run || ' code ' || :row)::uuid, 'AWAITING_CODE', db_now() + interval '10 minutes', db_now());
insert into history_entry (id, account_id, happened_at, event, facts, actor_kind, actor_name, actor_address)
values (nextval('history_entry_seq'), md5('account ' || :row)::uuid, db_now(), 'PhoneChangeAsked',
    jsonb_build_object('change', md5(:run || ' change ' || :row)::uuid, 'newNumber', '•••• •••000', 'currentNumber', '•••• •••000', 'origin', 'SIGNED_IN'),
    'PERSON', 'person', '127.0.0.1');
insert into message (id, account_id, about_id, kind, channel, awaited, urgent, state, seal_key_id, sealed, queued_at, not_after, next_try_at, tries)
values (md5(:run || ' message ' || :row)::uuid, md5('account ' || :row)::uuid, md5(:run || ' change ' || :row)::uuid, 'PhoneChangeCodeText', 'TEXT', false, true,
    'QUEUED', 'benchmark', decode(repeat('ab', 250), 'hex'), db_now(), db_now() + interval '10 minutes', db_now(), 0);
update message set tries = 1, first_try_at = db_now(), next_try_at = db_now() + interval '1 minute' where id = md5(:run || ' message ' || :row)::uuid;
update message set state = 'SENT', settled_at = db_now(), provider_id = md5(:run || ' message ' || :row)::uuid::text, seal_key_id = null, sealed = null
where id = md5(:run || ' message ' || :row)::uuid;
commit;
