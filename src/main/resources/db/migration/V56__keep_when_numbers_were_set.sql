-- When somebody other than its owner set the number, until its owner changes it.
alter table account
    add column mobile_set_at timestamptz,
    add constraint account_mobile_set_if_there check (mobile_set_at is null or mobile is not null);
