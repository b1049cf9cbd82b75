-- Takes one sending by a channel, unless the channel is closed: then wait is the milliseconds until it opens, or null if
-- nobody can say. For each limit, whatever came of it, remaining says how many more sendings it allows, and resets in how
-- many milliseconds it allows one more than that.
create function take_sending_by(
    lane text, a_day integer, most_lag interval, subjects text[], seconds bigint[], most int[],
    out closed boolean, out wait bigint, out remaining int[], out resets bigint[])
    language plpgsql
    as $$
declare
    present timestamptz;
begin
    wait := channel_wait(lane, a_day, most_lag);
    closed := wait is distinct from 0;
    if closed then
        return;
    end if;
    wait := take_sending(subjects, seconds, most);
    present := db_now();
    select array_agg(greatest(lim.most - used.times, 0) order by place),
           array_agg(ceil(extract(epoch from coalesce(used.oldest - present, interval '0') + lim.span) * 1000) order by place)
    into remaining, resets
    from unnest(subjects, seconds, most) with ordinality listed (subject, second, most, place)
    cross join lateral (select listed.most, listed.second * interval '1 second' as span) lim
    cross join lateral (
        select count(sent) as times, min(sent) as oldest
        from send_limit, unnest(sent_at) sent
        where send_limit.subject = listed.subject and sent > present - lim.span) used;
end
$$;
