-- The rows of one cancel link that is used, each by a statement of its own; an e-mail and a text tell of it.
\set n :n + 1
\set row :client_id * :per_client + :n
begin;
select id, db_now() from account where id = md5('account ' || :row)::uuid for no key update;
update phone_change set state = 'CANCELLED', due_at = null, ended_at = db_now() where cancel_token_hash = sha256(convert_to('token ' || :row, 'UTF8'));
insert into history_entry (id, account_id, happened_at, event, facts, actor_kind, actor_address)
values (nextval('history_entry_seq'), md5('account ' || :row)::uuid, db_now(), 'PhoneChangeCancelled',
    jsonb_build_object('change', md5('change ' || :row)::uuid), 'CANCEL_LINK', '127.0.0.1');
insert into message (id, account_id, about_id, kind, channel, awaited, urgent, state, seal_key_id, sealed, queued_at, next_try_at, tries)
values (md5(:run || ' mail ' || :row)::uuid, md5('account ' || :row)::uuid, md5('change ' || :row)::uuid, 'PhoneChangeCancelledMail', 'EMAIL', false, false,
    'QUEUED', 'benchmark', decode(repeat('ab', 3000), 'hex'), db_now(), db_now(), 0);
insert into message (id, account_id, about_id, kind, channel, awaited, urgent, state, seal_key_id, sealed, queued_at, next_try_at, tries)
values (md5(:run || ' text ' || :row)::uuid, md5('account ' || :row)::uuid, md5('change ' || :row)::uuid, 'PhoneChangeCancelledText', 'TEXT', false, false,
    'QUEUED', 'benchmark', decode(repeat('ab', 250), 'hex'), db_now(), db_now(), 0);
update message set tries = 1, first_try_at = db_now(), next_try_at = db_now() + interval '1 minute' where id = md5(:run || ' mail ' || :row)::uuid;
update message set tries = 1, first_try_at = db_now(), next_try_at = db_now() + interval '1 minute' where id = md5(:run || ' text ' || :row)::uuid;
update message set state = 'SENT', settled_at = db_now(), provider_id = md5(:run || ' mail ' || :row)::uuid::text, seal_key_id = null, sealed = null
where id = md5(:run || ' mail ' || :row)::uuid;
update message set state = 'SENT', settled_at = db_now(), provider_id = md5(:run || ' text ' || :row)::uuid::text, seal_key_id = null, sealed = null
where id = md5(:run || ' text ' || :row)::uuid;
commit;
