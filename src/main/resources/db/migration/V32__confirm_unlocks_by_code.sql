alter table unlock
    add column language       text not null default 'ENGLISH',
    add column code_id        uuid,
    add column code_number    text,
    add column code_wanted_at timestamptz,
    drop constraint unlock_state_known,
    add constraint unlock_state_known check (state in ('ASKED', 'AWAITING_CODE', 'PROVED', 'COMPLETED')),
    add constraint unlock_code_with_number check ((code_id is null) = (code_number is null));

alter table unlock alter column language drop default;

create index unlock_code_wanted on unlock (code_wanted_at) where code_wanted_at is not null;
