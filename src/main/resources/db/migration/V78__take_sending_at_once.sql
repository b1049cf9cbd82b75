-- As before, but what nobody has counted yet is counted in the one statement that makes its row: a row is never there
-- without a sending. A subject that others made at the same time is met, locked and looked at like one that was there.
create or replace function take_sending(subjects text[], seconds bigint[], most int[]) returns bigint
    language plpgsql
    as $$
declare
    wanted  int := (select count(distinct named) from unnest(subjects) named);
    made    text[] := '{}';
    held    int;
    present timestamptz;
    pause   interval;
begin
    if 0 >= any (most) then
        return (select max(second) from unnest(seconds) second) * 1000;
    end if;

    loop
        present := db_now();
        with added as (
            insert into send_limit
            select distinct named, array[present] from unnest(subjects) named order by named
            on conflict do nothing
            returning subject)
        select made || coalesce(array_agg(subject), '{}') into made from added;
        if cardinality(made) = wanted then
            return 0;
        end if;

        perform from send_limit where subject = any (subjects) and subject <> all (made) order by subject for no key update;
        get diagnostics held = row_count;
        exit when held + cardinality(made) = wanted;
    end loop;
    present := db_now();

    -- The limit is reached while the oldest of the last most[i] sendings is still within the window.
    select max(sent_at[cardinality(sent_at) - lim.most + 1] + lim.seconds * interval '1 second' - present)
    into pause
    from unnest(subjects, seconds, most) lim (subject, seconds, most)
    join send_limit on send_limit.subject = lim.subject and send_limit.subject <> all (made);

    if pause > interval '0' then
        delete from send_limit where subject = any (made);
        return ceil(extract(epoch from pause) * 1000);
    end if;

    update send_limit
    set sent_at = array(
        select sent from unnest(sent_at) sent
        where sent > present - (select max(second) from unnest(seconds) second) * interval '1 second'
            and send_limit.subject <> all (made)
        order by sent) || present
    where subject = any (subjects);
    return 0;
end
$$;
