-- As take_due_messages was, but what came too late and ends here is returned too, as EXPIRED and with nothing in it, so that
-- it can be counted. How long a message is good for is no reason to choose a way to it: where all that waited when PostgreSQL
-- last analyzed it is too late by now, it expects that to hold of what waits now, and would sort all of it for each look.
create function take_due_and_late_messages(
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
    return query
        update message
        set state = 'EXPIRED', settled_at = present, seal_key_id = null, sealed = null
        where id in (
            select id from message
            where channel = lane and state = 'QUEUED' and next_try_at <= present and not_after <= present and not awaited
            order by not_after
            limit 100
            for update skip locked)
        returning message.*;

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
            and coalesce(not_after + interval '0' > present, true)
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

-- For replicas of the version before this one, which send all that they are given.
create or replace function take_due_messages(
    lane text, most integer, lease interval, a_minute integer, burst integer, a_day integer) returns setof message
    language sql
    as $$
    select * from take_due_and_late_messages(lane, most, lease, a_minute, burst, a_day) where state = 'QUEUED'
$$;
