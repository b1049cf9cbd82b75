create table verification_code (
    id          uuid        not null,
    account_id  uuid        not null,
    purpose     text        not null,
    key_id      text        not null,
    hash        bytea       not null,
    seal_key_id text,
    sealed      bytea,
    tries_left  integer     not null,
    issued_at   timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz,
    constraint verification_code_pk primary key (id),
    constraint verification_code_account_fk foreign key (account_id) references account (id),
    constraint verification_code_tries_counted check (tries_left >= 0),
    constraint verification_code_wiped_once_used check (used_at is null or sealed is null)
);

create table code_block (
    account_id    uuid    not null,
    purpose       text    not null,
    wrong_in_row  integer not null,
    blocks        integer not null,
    blocked_until timestamptz,
    constraint code_block_pk primary key (account_id, purpose),
    constraint code_block_account_fk foreign key (account_id) references account (id)
);
