-- As before, but the first that is due is looked for in the order in which messages are due. Of a queue that was empty when
-- it was last analyzed PostgreSQL expects nothing, and takes any index of it: without an order, every code that was asked
-- for, and every look into the outbox, went through all that waited.
drop index message_waiting;

create or replace function channel_wait(lane text, a_day integer, most_lag interval) returns bigint
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
    select present - next_try_at into lag
    from message
    where channel = lane and state = 'QUEUED' and urgent and next_try_at <= present and not_after > present
    order by next_try_at
    limit 1;
    return case when lag > most_lag then ceil(extract(epoch from lag) * 1000) else 0 end;
end
$$;

create or replace function take_due_messages(
    lane text, most integer, lease interval, a_minute integer, burst integer, a_day integer) returns setof message
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
    perform from message
    where channel = lane and state = 'QUEUED' and urgent and next_try_at <= present
    order by next_try_at
    limit 1;
    if not found then
        perform from message
        where channel = lane and state = 'QUEUED' and not urgent and next_try_at <= present
        order by next_try_at
        limit 1;
        if not found then
            return;
        end if;
    end if;

    select * into pace from channel where name = lane for no key update;
    present := db_now();
    update message
    set state = 'EXPIRED', settled_at = present, seal_key_id = null, sealed = null
    where id in (
        select id from message
        where channel = lane and state = 'QUEUED' and next_try_at <= present and not_after <= present and not awaited
        order by not_after
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
