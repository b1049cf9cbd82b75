-- For which organisation the older lines were made nobody knows, and so they are taken for those of another one.
alter table history_entry
    add column actor_organisation text,
    add constraint history_entry_organisation_acts_by_administrators
        check (actor_organisation is null or actor_kind = 'ADMINISTRATOR');
