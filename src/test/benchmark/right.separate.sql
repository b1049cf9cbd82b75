-- The rows of one right code that is entered, each by a statement of its own.
\set n :n + 1
\set row :client_id * :per_client + :n
begin;
select id, db_now() from account where id = md5('account ' || :row)::uuid for no key update;
update verification_code set tries_left = tries_left - 1, used_at = db_now(), seal_key_id = null, sealed = null
where id = md5(:run || ' code ' || :row)::uuid;
insert into history_entry (id, account_id, happened_at, event, facts, actor_kind, actor_name, actor_address)
values (nextval('history_entry_seq'), md5('account ' || :row)::uuid, db_now(), 'CodeAccepted',
    jsonb_build_object('code', md5(:run || ' code ' || :row)::uuid, 'purpose', 'SIGN_IN'), 'SERVICE', 'benchmark', '127.0.0.1');
commit;
