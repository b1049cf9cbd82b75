-- The same rows by one statement, which writes each message once.
\set n :n + 1
\set row :client_id * :per_client + :n
with owner as (
    select id, db_now() as now, md5('change ' || :row)::uuid as change
    from account where id = md5('account ' || :row)::uuid for no key update),
changes as (
    update phone_change set state = 'CANCELLED', due_at = null, ended_at = now from owner
    where cancel_token_hash = sha256(convert_to('token ' || :row, 'UTF8'))),
entries as (
    insert into history_entry (id, account_id, happened_at, event, facts, actor_kind, actor_address)
    select nextval('history_entry_seq'), id, now, 'PhoneChangeCancelled', jsonb_build_object('change', change), 'CANCEL_LINK', '127.0.0.1' from owner)
insert into message (id, account_id, about_id, kind, channel, awaited, urgent, state, queued_at, next_try_at, tries, first_try_at, settled_at, provider_id)
select md5(:run || kind || :row)::uuid, id, change, 'PhoneChangeCancelled' || kind, case kind when 'Mail' then 'EMAIL' else 'TEXT' end, false, false, 'SENT', now,
    now, 1, now, now, md5(:run || kind || :row)
from owner, unnest(array['Mail', 'Text']) kind;
