-- As before, but here too how long a code is good for is no reason to choose an index: PostgreSQL went through all that waits
-- whenever a code was asked for, where next to nothing was still good of what waited when it last analyzed the outbox.
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
    where channel = lane and state = 'QUEUED' and urgent and next_try_at <= present and not_after + interval '0' > present
    order by next_try_at
    limit 1;
    return case when lag > most_lag then ceil(extract(epoch from lag) * 1000) else 0 end;
end
$$;
