-- The one clock that decides. Tests put a movable one in its place.
create function db_now() returns timestamptz
    language sql volatile
    as 'select clock_timestamp()';
