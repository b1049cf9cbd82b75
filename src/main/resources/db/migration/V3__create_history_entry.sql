create sequence history_entry_seq increment by 50;

create table history_entry (
    id            bigint      not null,
    account_id    uuid        not null,
    happened_at   timestamptz not null,
    event         text        not null,
    facts         jsonb       not null,
    actor_kind    text        not null,
    actor_name    text,
    actor_address text,
    constraint history_entry_pk primary key (id),
    constraint history_entry_account_fk foreign key (account_id) references account (id)
);

create index history_entry_of_account on history_entry (account_id, happened_at);

create function refuse_to_rewrite_history() returns trigger
    language plpgsql
    as $$
begin
    raise exception 'History is only ever added to' using errcode = 'restrict_violation';
end
$$;

create trigger history_entry_is_append_only
    before update or delete or truncate on history_entry
    for each statement execute function refuse_to_rewrite_history();
