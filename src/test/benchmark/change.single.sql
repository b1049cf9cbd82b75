-- The same rows by one statement, which writes the message once.
\set n :n + 1
\set row :client_id * :per_client + :n
with owner as (
    select id, db_now() as now, md5(:run || ' code ' || :row)::uuid as code, md5(:run || ' change ' || :row)::uuid as change,
        md5(:run || ' message ' || :row)::uuid as message
    from account where id = md5('account ' || :row)::uuid for no key update),
limits as (
    insert into send_limit (subject, sent_at)
    select subject, array[now] from owner, unnest(array[
        'for ' || :run || ' ' || md5('account ' || :row), 'for ' || :run || ' ' || md5('account ' || :row) || ' PHONE_CHANGE',
        'to ' || :run || ' ' || md5('number ' || :row), 'by ' || :run || ' ' || :row]) subject),
codes as (
    insert into verification_code (id, account_id, purpose, key_id, hash, seal_key_id, sealed, tries_left, issued_at, expires_at)
    select code, id, 'FLOOR ' || :run, 'benchmark', decode(repeat('ab', 32), 'hex'), 'benchmark', decode(repeat('ab', 34), 'hex'), 5, now,
        now + interval '10 minutes' from owner),
changes as (
    insert into phone_change (id, account_id, origin, new_number, new_number_masked, current_number, current_number_masked, language, code_id, state, due_at, requested_at)
    select change, id, 'SIGNED_IN', '+447200000000', '•••• •••000', '+447300000000', '•••• •••000', 'ENGLISH', code, 'AWAITING_CODE',
        now + interval '10 minutes', now from owner),
entries as (
    insert into history_entry (id, account_id, happened_at, event, facts, actor_kind, actor_name, actor_address)
    select nextval('history_entry_seq'), id, now, 'PhoneChangeAsked',
        jsonb_build_object('change', change, 'newNumber', '•••• •••000', 'currentNumber', '•••• •••000', 'origin', 'SIGNED_IN'), 'PERSON', 'person', '127.0.0.1'
    from owner)
insert into message (id, account_id, about_id, kind, channel, awaited, urgent, state, queued_at, not_after, next_try_at, tries, first_try_at, settled_at, provider_id)
select message, id, change, 'PhoneChangeCodeText', 'TEXT', false, true, 'SENT', now, now + interval '10 minutes', now, 1, now, now, message::text from owner;
