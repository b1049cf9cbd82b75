alter table account
    add column name             text,
    add column organisation     text,
    add column disabled_because text,
    add column locked_because   text,
    add column locked_at        timestamptz;

-- Nobody wrote down why an account was disabled before: it was a service that did it.
update account set disabled_because = 'BY_SERVICE' where disabled;

-- The first address stands in for a name until the service that knows it tells.
update account set name = coalesce(
    (select split_part(address, '@', 1) from account_email where account_id = id order by position limit 1), left(subject, 200));

alter table account
    drop column disabled,
    alter column name set not null,
    add constraint account_name_length check (char_length(name) between 1 and 200),
    add constraint account_organisation_is_ods check (organisation ~ '^[A-Z0-9]{2,10}$'),
    add constraint account_disabled_because_known check (disabled_because in ('BY_SERVICE', 'NON_UK_NUMBER')),
    add constraint account_locked_because_known check (locked_because in ('FAILED_SIGN_INS', 'BY_ORGANISATION')),
    add constraint account_locked_with_time check ((locked_because is null) = (locked_at is null));

create index account_of_organisation on account (organisation, lower(name), id) where organisation is not null;
