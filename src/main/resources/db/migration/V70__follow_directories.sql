-- What is known of accounts in the directory of their organisation, and how far each directory has been read.
create table directory_standing (
    account_id      uuid not null,
    organisation    text not null,
    address         text not null,
    password_set_at timestamptz,
    newer_set_at    timestamptz,
    carried_for     timestamptz,
    locked_since    timestamptz,
    locked_here_at  timestamptz,
    constraint directory_standing_pk primary key (account_id),
    constraint directory_standing_account_fk foreign key (account_id) references account (id),
    constraint directory_standing_locked_if_known check (locked_here_at is null or locked_since is not null)
);

create index directory_standing_newer on directory_standing (organisation) where newer_set_at is not null;

create table directory_reading (
    organisation text        not null,
    cursor       text,
    begun_at     timestamptz not null,
    read_up_to   timestamptz,
    constraint directory_reading_pk primary key (organisation),
    constraint directory_reading_whole check ((cursor is null) = (read_up_to is null))
);
