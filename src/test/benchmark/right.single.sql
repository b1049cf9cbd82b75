-- The same rows by one statement.
\set n :n + 1
\set row :client_id * :per_client + :n
with owner as (
    select id, db_now() as now, md5(:run || ' code ' || :row)::uuid as code
    from account where id = md5('account ' || :row)::uuid for no key update),
codes as (
    update verification_code set tries_left = tries_left - 1, used_at = now, seal_key_id = null, sealed = null
    from owner where verification_code.id = code)
insert into history_entry (id, account_id, happened_at, event, facts, actor_kind, actor_name, actor_address)
select nextval('history_entry_seq'), id, now, 'CodeAccepted', jsonb_build_object('code', code, 'purpose', 'SIGN_IN'),
    'SERVICE', 'benchmark', '127.0.0.1'
from owner;
