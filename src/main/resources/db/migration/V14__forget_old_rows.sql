-- What was noted of a code goes with the code.
alter table verification
    drop constraint verification_code_fk,
    add constraint verification_code_fk foreign key (id) references verification_code (id) on delete cascade;

-- These find what is old, and what refers to it.
create index verification_code_over on verification_code (expires_at);
create index verification_code_of_account on verification_code (account_id, purpose);
create index phone_change_of_code on phone_change (code_id);
create index recovery_of_code on recovery (code_id);
create index recovery_over on recovery (expires_at);
create index message_settled on message (settled_at) where settled_at is not null;
create index send_limit_last on send_limit ((sent_at[cardinality(sent_at)]));
create index history_entry_happened on history_entry (happened_at);

-- When something was last counted; what was counted before counts from now on.
alter table code_block add column counted_at timestamptz not null default db_now();
alter table code_block alter column counted_at drop default;
create index code_block_counted on code_block (greatest(counted_at, blocked_until));

-- History is still only ever added to. What is older than 365 days can be deleted where access.forgets_history is set, as
-- the function below does: a switch against mistakes, which whoever may delete can set as well. What is younger cannot be
-- deleted by anybody, short of the owner of the table, who can drop the trigger.
drop trigger history_entry_is_append_only on history_entry;

create trigger history_entry_is_append_only
    before update or truncate on history_entry
    for each statement execute function refuse_to_rewrite_history();

create function refuse_to_lose_history() returns trigger
    language plpgsql
    as $$
begin
    if current_setting('access.forgets_history', true) = 'on' and old.happened_at <= db_now() - interval '365 days' then
        return old;
    end if;
    raise exception 'History is only ever added to' using errcode = 'restrict_violation';
end
$$;

create trigger history_entry_is_forgotten_only_when_old
    before delete on history_entry
    for each row execute function refuse_to_lose_history();

-- Forgets some of what happened longer than kept ago, and says how much that was.
create function forget_history(kept interval, most int) returns int
    language plpgsql
    as $$
declare
    until     timestamptz := db_now() - greatest(kept, interval '365 days');
    forgotten int;
begin
    perform set_config('access.forgets_history', 'on', true);
    with old as materialized (
        select id from history_entry where happened_at <= until order by happened_at limit most for update skip locked)
    delete from history_entry using old where history_entry.id = old.id;
    get diagnostics forgotten = row_count;
    perform set_config('access.forgets_history', '', true);
    return forgotten;
end
$$;
