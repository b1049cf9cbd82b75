-- What is shown of the numbers outlives them.
alter table phone_change
    add column new_number_masked     text,
    add column current_number_masked text;

update phone_change
set new_number_masked = '•••• •••' || right(new_number, 3), current_number_masked = '•••• •••' || right(current_number, 3);

alter table phone_change
    alter column new_number_masked set not null,
    alter column new_number drop not null,
    add constraint phone_change_has_its_number_until_it_ends check (new_number is not null or ended_at is not null);

-- These find the numbers of what ended long ago.
create index phone_change_ended_with_numbers on phone_change (ended_at) where new_number is not null;
