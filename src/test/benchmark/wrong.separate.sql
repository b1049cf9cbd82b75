-- The rows of one wrong code that is entered, each by a statement of its own.
\set n :n + 1
\set row :client_id * :per_client + :n
begin;
select id, db_now() from account where id = md5('account ' || :row)::uuid for no key update;
update verification_code set tries_left = tries_left - 1 where id = md5(:run || ' code ' || :row)::uuid;
insert into code_block (account_id, purpose, wrong_in_row, blocks, counted_at)
values (md5('account ' || :row)::uuid, 'FLOOR ' || :run, 1, 0, db_now());
insert into history_entry (id, account_id, happened_at, event, facts, actor_kind, actor_name, actor_address)
values (nextval('history_entry_seq'), md5('account ' || :row)::uuid, db_now(), 'CodeRefused',
    jsonb_build_object('code', md5(:run || ' code ' || :row)::uuid, 'purpose', 'SIGN_IN'), 'SERVICE', 'benchmark', '127.0.0.1');
commit;
