-- One row for each way to reach people. Who sends by it locks the row for a moment, and all replicas keep to one pace.
create table channel (
    name        text        not null,
    stopped_at  timestamptz,
    stopped_by  text,
    reason      text,
    paced_until timestamptz not null,
    day         date        not null,
    sent_today  integer     not null,
    constraint channel_pk primary key (name),
    constraint channel_known check (name in ('TEXT', 'EMAIL')),
    constraint channel_stopped_by_somebody check (
        (stopped_at is null) = (stopped_by is null) and (stopped_at is null) = (reason is null))
);

insert into channel (name, paced_until, day, sent_today)
values ('TEXT', '-infinity', '-infinity', 0), ('EMAIL', '-infinity', '-infinity', 0);

-- What a person waits for leaves before everything else: codes, which were the only ones to come too late.
alter table message add column urgent boolean, add column first_try_at timestamptz;
update message set urgent = not_after is not null, first_try_at = case when tries > 0 then queued_at end;
alter table message alter column urgent set not null;
drop index message_due;
create index message_due on message (channel, urgent desc, next_try_at) where state = 'QUEUED';
create index message_too_late on message (channel, not_after) where state = 'QUEUED' and not_after is not null;

-- Takes up to most messages that are due, so that no other sender does for the length of the lease: none while the
-- channel is stopped, and no more than its pace (burst at once, and a_minute evenly after them) and its day (a_day, which
-- begins at midnight UTC as GOV.UK Notify's does) still have room for. The pace is a generic cell rate algorithm:
-- paced_until is when everything that left would have left, had it left evenly. What would come too late ends here,
-- stopped or not, except what somebody waits for: its end is to be announced.
create function take_due_messages(lane text, most integer, lease interval, a_minute integer, burst integer, a_day integer)
    returns setof message
    language plpgsql
    as $$
declare
    pace    channel;
    present timestamptz;
    today   date;
    gap     interval := interval '1 minute' / a_minute;
    room    integer;
    taken   integer;
begin
    present := db_now();
    if not exists (select from message where channel = lane and state = 'QUEUED' and urgent and next_try_at <= present)
        and not exists (
            select from message where channel = lane and state = 'QUEUED' and not urgent and next_try_at <= present)
    then
        return;
    end if;

    select * into pace from channel where name = lane for no key update;
    present := db_now();
    update message
    set state = 'EXPIRED', settled_at = present, seal_key_id = null, sealed = null
    where id in (
        select id from message
        where channel = lane and state = 'QUEUED' and next_try_at <= present and not_after <= present and not awaited
        limit 1000
        for update skip locked);

    today := (present at time zone 'UTC')::date;
    if pace.day < today then
        pace.day := today;
        pace.sent_today := 0;
    end if;
    pace.paced_until := greatest(pace.paced_until, present);
    room := least(
        most,
        a_day - pace.sent_today,
        burst - ceil(extract(epoch from pace.paced_until - present) / extract(epoch from gap)));
    if pace.stopped_at is not null or room <= 0 then
        return;
    end if;

    return query
        with due as materialized (
            select id from message
            where channel = lane and state = 'QUEUED' and next_try_at <= present
            and (not_after is null or not_after > present)
            order by urgent desc, next_try_at
            limit room
            for update skip locked)
        update message
        set tries = tries + 1, next_try_at = present + lease, first_try_at = coalesce(first_try_at, present)
        from due where message.id = due.id
        returning message.*;

    get diagnostics taken = row_count;
    update channel
    set paced_until = pace.paced_until + taken * gap, day = pace.day, sent_today = pace.sent_today + taken
    where name = lane;
end
$$;

-- A try that the gateway did not take leaves its place in the day to another. Its place in the pace is gone: it was asked.
create function give_back_to_day(lane text) returns void
    language sql
    as $$
    update channel set sent_today = sent_today - 1
    where name = lane and sent_today > 0 and day = (db_now() at time zone 'UTC')::date
$$;

-- The milliseconds until the channel takes something again: 0 when it does, null while it is stopped. It is full once its
-- day is, or once a code has waited longer than most_lag for its turn.
create function channel_wait(lane text, a_day integer, most_lag interval) returns bigint
    language plpgsql
    as $$
declare
    pace    channel;
    present timestamptz := db_now();
    lag     interval;
begin
    select * into pace from channel where name = lane;
    if pace.stopped_at is not null then
        return null;
    end if;
    if pace.day = (present at time zone 'UTC')::date and pace.sent_today >= a_day then
        return ceil(extract(epoch from ((pace.day + 1)::timestamp at time zone 'UTC') - present) * 1000);
    end if;
    select present - min(next_try_at) into lag
    from message where channel = lane and state = 'QUEUED' and urgent and next_try_at <= present and not_after > present;
    return case when lag > most_lag then ceil(extract(epoch from lag) * 1000) else 0 end;
end
$$;
