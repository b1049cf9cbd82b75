-- What an operation asked of how its caller had signed in: its answer is repeated only to whoever has that.
alter table kept_answer
    add column sign_in text not null default 'ANY',
    add constraint kept_answer_sign_in check (sign_in in ('ANY', 'SECOND_STEP_OUTSTANDING', 'TWO_STEPS'));
