-- A new code ends the older unused one of the same account and purpose.
alter table verification_code
    add column replaced_at timestamptz,
    add constraint verification_code_wiped_once_replaced check (replaced_at is null or sealed is null);

update verification_code older
set replaced_at = older.expires_at, seal_key_id = null, sealed = null
where used_at is null
    and exists (
        select from verification_code newer
        where newer.account_id = older.account_id
            and newer.purpose = older.purpose
            and newer.used_at is null
            and (newer.issued_at, newer.id) > (older.issued_at, older.id));

create unique index verification_code_one_open on verification_code (account_id, purpose)
    where used_at is null and replaced_at is null;
