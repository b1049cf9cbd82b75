-- One row for each event and receiver, so that none of them waits for another. Whoever announces something of an account
-- holds its row: position goes up in the order in which that was committed.
create table announcement (
    id          uuid        not null,
    position    bigint      not null generated always as identity,
    receiver    text        not null,
    account_id  uuid        not null,
    kind        text        not null,
    claims      text        not null,
    state       text        not null,
    queued_at   timestamptz not null,
    next_try_at timestamptz not null,
    tries       integer     not null,
    settled_at  timestamptz,
    last_error  text,
    constraint announcement_pk primary key (id),
    constraint announcement_account_fk foreign key (account_id) references account (id),
    constraint announcement_state_known check (state in ('QUEUED', 'SENT', 'DEAD')),
    constraint announcement_settles_once check ((state = 'QUEUED') = (settled_at is null))
);

create index announcement_due on announcement (receiver, next_try_at) where state = 'QUEUED';
create index announcement_in_order on announcement (receiver, account_id, position) where state = 'QUEUED';
create index announcement_dead on announcement (receiver) where state = 'DEAD';
create index announcement_over on announcement (queued_at);
