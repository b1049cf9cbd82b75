create table phone_change (
    id                uuid        not null,
    account_id        uuid        not null,
    origin            text        not null,
    new_number        text        not null,
    current_number    text,
    language          text        not null,
    code_id           uuid,
    cancel_token_hash bytea,
    state             text        not null,
    due_at            timestamptz,
    requested_at      timestamptz not null,
    confirmed_at      timestamptz,
    applies_at        timestamptz,
    ended_at          timestamptz,
    constraint phone_change_pk primary key (id),
    constraint phone_change_account_fk foreign key (account_id) references account (id),
    constraint phone_change_code_fk foreign key (code_id) references verification_code (id) on delete set null,
    constraint phone_change_state_known check (state in (
        'AWAITING_CODE', 'AWAITING_NOTICE', 'HELD', 'APPLIED', 'CANCELLED', 'SUPERSEDED', 'EXPIRED')),
    constraint phone_change_waiting_is_due check (
        (state in ('AWAITING_CODE', 'AWAITING_NOTICE', 'HELD')) = (due_at is not null)),
    constraint phone_change_ends_once check ((due_at is null) = (ended_at is not null)),
    constraint phone_change_never_applied_early check (state <> 'APPLIED' or ended_at >= applies_at)
);

-- At most one change per account waits.
create unique index phone_change_one_waiting on phone_change (account_id)
    where state in ('AWAITING_CODE', 'AWAITING_NOTICE', 'HELD');
create unique index phone_change_cancel_token on phone_change (cancel_token_hash);
create index phone_change_of_account on phone_change (account_id, requested_at);
create index phone_change_due on phone_change (due_at) where due_at is not null;
