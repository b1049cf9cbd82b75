create table verification (
    id              uuid not null,
    account_id      uuid not null,
    service_issuer  text not null,
    service_subject text not null,
    purpose         text not null,
    channel         text not null,
    destination     text not null,
    constraint verification_pk primary key (id),
    constraint verification_code_fk foreign key (id) references verification_code (id),
    constraint verification_account_fk foreign key (account_id) references account (id),
    constraint verification_channel_known check (channel in ('TEXT', 'EMAIL'))
);
