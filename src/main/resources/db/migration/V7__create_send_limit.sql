create table send_limit (
    subject text          not null,
    sent_at timestamptz[] not null,
    constraint send_limit_pk primary key (subject)
);

-- Takes one sending for every subject, or none and returns the milliseconds until all of their limits allow it. Limit i
-- says: at most most[i] sendings for subjects[i] within any seconds[i]. Subjects are locked in one order, so that callers
-- that share some of them wait for each other instead of deadlocking.
create function take_sending(subjects text[], seconds bigint[], most int[]) returns bigint
    language plpgsql
    as $$
declare
    present timestamptz;
    pause   interval;
begin
    insert into send_limit
    select distinct named, '{}'::timestamptz[] from unnest(subjects) named order by named
    on conflict do nothing;

    perform from send_limit where subject = any (subjects) order by subject for no key update;
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
