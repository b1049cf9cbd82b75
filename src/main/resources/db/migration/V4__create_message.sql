create table message (
    id          uuid        not null,
    account_id  uuid        not null,
    about_id    uuid        not null,
    kind        text        not null,
    channel     text        not null,
    awaited     boolean     not null,
    state       text        not null,
    seal_key_id text,
    sealed      bytea,
    queued_at   timestamptz not null,
    not_after   timestamptz,
    next_try_at timestamptz not null,
    tries       integer     not null,
    settled_at  timestamptz,
    provider_id text,
    last_error  text,
    constraint message_pk primary key (id),
    constraint message_account_fk foreign key (account_id) references account (id),
    constraint message_state_known check (state in ('QUEUED', 'SENT', 'EXPIRED', 'DEAD')),
    constraint message_channel_known check (channel in ('TEXT', 'EMAIL')),
    constraint message_settles_once check ((state = 'QUEUED') = (settled_at is null)),
    constraint message_sealed_until_sent check (state <> 'QUEUED' or sealed is not null),
    constraint message_wiped_once_sent check (state not in ('SENT', 'EXPIRED') or sealed is null)
);

create index message_due on message (channel, next_try_at) where state = 'QUEUED';
create index message_about on message (about_id);
