create table recovery (
    id           uuid        not null,
    account_id   uuid        not null,
    state        text        not null,
    opened_at    timestamptz not null,
    expires_at   timestamptz not null,
    code_id      uuid,
    code_address text,
    proved_by    text,
    constraint recovery_pk primary key (id),
    constraint recovery_account_fk foreign key (account_id) references account (id),
    constraint recovery_code_fk foreign key (code_id) references verification_code (id) on delete set null,
    constraint recovery_state_known check (state in ('OPEN', 'PROVED', 'USED')),
    constraint recovery_opens_only_by_proof check ((state = 'OPEN') = (proved_by is null))
);

create index recovery_of_account on recovery (account_id, opened_at);
