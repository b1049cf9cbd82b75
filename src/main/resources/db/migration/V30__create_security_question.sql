create table security_question (
    id         uuid        not null,
    account_id uuid        not null,
    position   integer     not null,
    standard   text,
    own        text,
    hash       text        not null,
    set_at     timestamptz not null,
    constraint security_question_pk primary key (id),
    constraint security_question_account_fk foreign key (account_id) references account (id),
    constraint security_question_place_unique unique (account_id, position) deferrable initially deferred,
    constraint security_question_standard_or_own check (num_nonnulls(standard, own) = 1),
    constraint security_question_own_length check (char_length(own) between 10 and 150),
    constraint security_question_is_a_slow_hash check (hash like '$argon2id$%')
);
