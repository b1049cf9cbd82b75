create table password (
    account_id         uuid not null,
    hash               text,
    set_at             timestamptz,
    language           text not null,
    good_until         timestamptz,
    used_at            timestamptz,
    pending_id         uuid,
    pending_hash       text,
    pending_good_until timestamptz,
    pending_number     text,
    constraint password_pk primary key (account_id),
    constraint password_account_fk foreign key (account_id) references account (id),
    constraint password_set_with_time check ((hash is null) = (set_at is null)),
    constraint password_used_if_temporary check (used_at is null or good_until is not null),
    constraint password_pending_whole check (num_nulls(pending_id, pending_hash, pending_good_until, pending_number) in (0, 4)),
    constraint password_is_a_slow_hash check (hash like '$argon2id$%' and pending_hash like '$argon2id$%')
);

create table past_password (
    id         uuid        not null,
    account_id uuid        not null,
    hash       text        not null,
    set_at     timestamptz not null,
    constraint past_password_pk primary key (id),
    constraint past_password_account_fk foreign key (account_id) references account (id),
    constraint past_password_is_a_slow_hash check (hash like '$argon2id$%')
);

create index past_password_of_account on past_password (account_id, set_at);
