-- As before, but that nobody is let past a limit of none, nor past one whose row was removed for its age between being
-- met and being locked.
create or replace function take_sending(subjects text[], seconds bigint[], most int[]) returns bigint
    language plpgsql
    as $$
declare
    wanted  int := (select count(distinct named) from unnest(subjects) named);
    held    int;
    present timestamptz;
    pause   interval;
begin
    if 0 >= any (most) then
        return (select max(second) from unnest(seconds) second) * 1000;
    end if;

    loop
        insert into send_limit
        select distinct named, '{}'::timestamptz[] from unnest(subjects) named order by named
        on conflict do nothing;

        perform from send_limit where subject = any (subjects) order by subject for no key update;
        get diagnostics held = row_count;
        exit when held = wanted;
    end loop;
    present := db_now();

    -- The limit is reached while the oldest of the last most[i] sendings is still within the window.
    select max(sent_at[cardinality(sent_at) - lim.most + 1] + lim.seconds * interval '1 second' - present)
    into pause
    from unnest(subjects, seconds, most) lim (subject, seconds, most)
    join send_limit on send_limit.subject = lim.subject;

    if pause > interval '0' then
        delete from send_limit where subject = any (subjects) and sent_at = '{}';
        return ceil(extract(epoch from pause) * 1000);
    end if;

    update send_limit
    set sent_at = array(
        select sent from unnest(sent_at) sent
        where sent > present - (select max(second) from unnest(seconds) second) * interval '1 second'
        order by sent) || present
    where subject = any (subjects);
    return 0;
end
$$;

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
