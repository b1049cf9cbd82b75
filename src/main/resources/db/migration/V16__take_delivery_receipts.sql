alter table message
    add column receipt text,
    add constraint message_receipt_known check (receipt in ('IN_TRANSIT', 'DELIVERED', 'UNDELIVERED')),
    add constraint message_receipt_for_texts check (receipt is null or channel = 'TEXT');

create index message_provider on message (provider_id) where channel = 'TEXT';

create table parked_receipt (
    provider_id text        not null,
    receipt     text        not null,
    reference   uuid,
    received_at timestamptz not null,
    constraint parked_receipt_pk primary key (provider_id, receipt),
    constraint parked_receipt_known check (receipt in ('IN_TRANSIT', 'DELIVERED', 'UNDELIVERED'))
);

create index parked_receipt_reference on parked_receipt (reference);
create index parked_receipt_received on parked_receipt (received_at);
