-- The same rows by one statement, which writes the message once.
\set n :n + 1
\set row :client_id * :per_client + :n
with owner as (
    select id, db_now() as now, md5(:run || ' code ' || :row)::uuid as code, md5(:run || ' message ' || :row)::uuid as message
    from account where id = md5('account ' || :row)::uuid for no key update),
limits as (
    insert into send_limit (subject, sent_at)
    select subject, array[now] from owner, unnest(array[
        'for ' || :run || ' ' || md5('account ' || :row), 'for ' || :run || ' ' || md5('account ' || :row) || ' SIGN_IN',
        'to ' || :run || ' ' || md5('number ' || :row)]) subject),
codes as (
    insert into verification_code (id, account_id, purpose, key_id, hash, seal_key_id, sealed, tries_left, issued_at, expires_at)
    select code, id, 'FLOOR ' || :run, 'benchmark', decode(repeat('ab', 32), 'hex'), 'benchmark', decode(repeat('ab', 34), 'hex'), 5, now,
        now + interval '10 minutes' from owner),
verifications as (
    insert into verification (id, account_id, service_issuer, service_subject, purpose, channel, destination)
    select code, id, 'https://tests.invalid', 'benchmark', 'SIGN_IN', 'TEXT', '+447300000000' from owner),
entries as (
    insert into history_entry (id, account_id, happened_at, event, facts, actor_kind, actor_name, actor_address)
    select nextval('history_entry_seq'), id, now, 'CodeIssued',
        jsonb_build_object('code', code, 'purpose', 'SIGN_IN', 'channel', 'TEXT', 'to', '•••• •••000'), 'SERVICE', 'benchmark', '127.0.0.1'
    from owner)
insert into message (id, account_id, about_id, kind, channel, awaited, urgent, state, queued_at, not_after, next_try_at, tries, first_try_at, settled_at, provider_id)
select message, id, code, 'SignInCodeText', 'TEXT', false, true, 'SENT', now, now + interval '10 minutes', now, 1, now, now, message::text from owner;
