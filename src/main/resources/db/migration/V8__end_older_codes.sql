-- A new code ends the older unused one of the same account and purpose.
update verification_code older
set used_at = older.expires_at, seal_key_id = null, sealed = null
where used_at is null
    and exists (
        select from verification_code newer
        where newer.account_id = older.account_id
            and newer.purpose = older.purpose
            and newer.used_at is null
            and (newer.issued_at, newer.id) > (older.issued_at, older.id));

create unique index verification_code_one_open on verification_code (account_id, purpose) where used_at is null;
