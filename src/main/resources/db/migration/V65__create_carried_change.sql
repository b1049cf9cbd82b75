-- One row for each change that is carried to the directory of an organisation. Whoever asks for one holds the account's
-- row: position goes up in the order in which that was committed.
create table carried_change (
    id           uuid        not null,
    position     bigint      not null generated always as identity,
    account_id   uuid        not null,
    organisation text        not null,
    errand       text        not null,
    temporary    boolean     not null,
    language     text        not null,
    state        text        not null,
    reason       text,
    seal_key_id  text,
    sealed       bytea,
    asked_at     timestamptz not null,
    not_after    timestamptz not null,
    holds_from   timestamptz,
    next_try_at  timestamptz not null,
    leased_until timestamptz,
    tries        integer     not null,
    settled_at   timestamptz,
    last_error   text,
    constraint carried_change_pk primary key (id),
    constraint carried_change_account_fk foreign key (account_id) references account (id),
    constraint carried_change_errand_known check (errand in ('UNLOCK', 'PASSWORD', 'REVOCATION')),
    constraint carried_change_state_known
        check (state in ('AWAITED', 'QUEUED', 'WAITING_FOR_SYNC', 'DONE', 'FAILED', 'SUPERSEDED')),
    constraint carried_change_settles_once
        check ((state in ('AWAITED', 'QUEUED', 'WAITING_FOR_SYNC')) = (settled_at is null)),
    constraint carried_change_sealed_until_settled
        check ((errand = 'PASSWORD' and settled_at is null) = (sealed is not null)),
    constraint carried_change_fails_for_a_reason check ((state = 'FAILED') = (reason is not null)),
    constraint carried_change_temporary_password check (errand = 'PASSWORD' or not temporary)
);

create index carried_change_due on carried_change (organisation, next_try_at)
    where state in ('QUEUED', 'WAITING_FOR_SYNC');
create index carried_change_of_account on carried_change (account_id, position);
create index carried_change_over on carried_change (not_after)
    where settled_at is null or state = 'DONE' and temporary;
create index carried_change_settled on carried_change (settled_at);
