create table account (
    id       uuid        not null,
    issuer   text        not null,
    subject  text        not null,
    mobile   text,
    disabled boolean     not null,
    constraint account_pk primary key (id),
    constraint account_subject_unique unique (issuer, subject),
    constraint account_mobile_is_e164 check (mobile ~ '^\+[1-9][0-9]{6,14}$')
);

create table account_email (
    account_id uuid    not null,
    position   integer not null,
    address    text    not null,
    constraint account_email_pk primary key (account_id, position),
    constraint account_email_account_fk foreign key (account_id) references account (id)
);

create unique index account_email_address_unique on account_email (lower(address));
