alter table account
    add column foreign_number text,
    add constraint account_foreign_number_is_e164 check (foreign_number ~ '^\+[1-9][0-9]{6,14}$' and foreign_number !~ '^\+44'),
    add constraint account_has_one_number check (mobile is null or foreign_number is null),
    add constraint account_foreign_is_disabled check (foreign_number is null or disabled_because is not null);
