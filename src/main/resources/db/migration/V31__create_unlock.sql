-- No foreign key leads to the account: the subject may be nobody, and the check of a key would take time for somebody alone.
create table unlock (
    id           uuid        not null,
    token_hash   bytea       not null,
    subject_id   uuid        not null,
    address_name text        not null,
    state        text        not null,
    opened_at    timestamptz not null,
    expires_at   timestamptz not null,
    choice       text,
    constraint unlock_pk primary key (id),
    constraint unlock_token_unique unique (token_hash),
    constraint unlock_state_known check (state in ('ASKED', 'PROVED', 'COMPLETED')),
    constraint unlock_choice_known check (choice in ('KEEP_PASSWORD', 'RESET_PASSWORD')),
    constraint unlock_completed_by_choice check ((state = 'COMPLETED') = (choice is not null))
);

create index unlock_over on unlock (expires_at);
create index unlock_of_subject on unlock (subject_id);
