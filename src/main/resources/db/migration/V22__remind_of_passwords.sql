alter table password add column reminded_at_days integer;

-- What expires soon is found by when it was set; a temporary password is not reminded of.
create index password_set_at on password (set_at) where good_until is null;
