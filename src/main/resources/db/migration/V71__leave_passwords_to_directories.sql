-- A password that was changed in the directory is known by its time alone, until somebody types it.
alter table password drop constraint password_set_with_time;
alter table password add constraint password_set_with_time check (hash is null or set_at is not null);
