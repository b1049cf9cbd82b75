package uk.nhs.access.benchmark;

import java.util.List;
import uk.nhs.access.support.TestTokens;

/** Rows that are there before anything is measured. */
final class Seed {

    /** Of account number {@code n}, also in the scripts for pgbench. */
    private static final String ACCOUNT = "md5('account ' || n)::uuid";

    private static final String NUMBER = "'+4473' || lpad(n::text, 8, '0')";

    private static final List<String> GROWING =
            List.of("verification_code", "verification", "message", "history_entry", "send_limit");

    private final Database database;

    Seed(Database database) {
        this.database = database;
    }

    /** As many more as make {@code count}. */
    void accounts(int before, int count) {
        quickly(List.of("account", "account_email"), """
                insert into account (id, issuer, subject, mobile, name, organisation)
                select %s, '%s', 'person-' || n, %s, 'Person ' || n, 'X' || n %% 1000 from generate_series(%d, %d) n;
                insert into account_email (account_id, position, address)
                select %s, 0, 'person-' || n || '@example.org' from generate_series(%d, %d) n
                """.formatted(
                        ACCOUNT, TestTokens.ISSUER, NUMBER, before + 1, count, ACCOUNT, before + 1, count));
    }

    /** What {@code count} sign-ins of the last weeks, months and years have left, as old as each is kept. */
    void old(int count, int accounts) {
        String series =
                "(select i, 1 + i %% %d as n, md5('old ' || i)::uuid as id, i::float / %d as age from generate_series(1, %d) i) old"
                        .formatted(accounts, count, count);
        quickly(GROWING, """
                insert into verification_code (id, account_id, purpose, key_id, hash, tries_left, issued_at, expires_at, used_at)
                select id, ACCOUNT, 'SIGN_IN', 'benchmark', decode(md5(i::text) || md5(n::text), 'hex'), 4, at, at + interval '10 minutes', at
                from SERIES, lateral (select now() - interval '1 hour' - age * interval '29 days' as at) times;
                insert into verification (id, account_id, service_issuer, service_subject, purpose, channel, destination)
                select id, ACCOUNT, 'https://tests.invalid', 'service', 'SIGN_IN', 'TEXT', NUMBER from SERIES;
                insert into message (id, account_id, about_id, kind, channel, awaited, urgent, state, queued_at, not_after, next_try_at, tries,
                    first_try_at, settled_at, provider_id)
                select md5('message ' || i)::uuid, ACCOUNT, id, 'SignInCodeText', 'TEXT', false, true, 'SENT', at, at + interval '10 minutes', at, 1,
                    at, at, md5('message ' || i)::uuid::text
                from SERIES, lateral (select now() - interval '1 hour' - age * interval '89 days' as at) times;
                insert into history_entry (id, account_id, happened_at, event, facts, actor_kind, actor_name, actor_address)
                select -i, ACCOUNT, now() - interval '1 hour' - age * interval '700 days', 'CodeIssued',
                    jsonb_build_object('code', id, 'purpose', 'SIGN_IN', 'channel', 'TEXT', 'sentTo', '•••• •••000'), 'SERVICE', 'service', '127.0.0.1'
                from SERIES;
                insert into send_limit (subject, sent_at)
                select subject, array[now() - interval '1 day'] from generate_series(1, ACCOUNTS) n,
                    unnest(array['for ' || ACCOUNT, 'for ' || ACCOUNT || ' SIGN_IN']) subject
                """.replace("ACCOUNTS", String.valueOf(accounts))
                .replace("SERIES", series)
                .replace("ACCOUNT", ACCOUNT)
                .replace("NUMBER", NUMBER));
    }

    /** Codes that only floor {@code run} uses. */
    void codes(int run, int count) {
        database.run("""
                insert into verification_code (id, account_id, purpose, key_id, hash, seal_key_id, sealed, tries_left, issued_at, expires_at)
                select md5(%d || ' code ' || n)::uuid, %s, 'FLOOR %d', 'benchmark', decode(repeat('ab', 32), 'hex'), 'benchmark',
                    decode(repeat('ab', 34), 'hex'), 5, db_now(), db_now() + interval '10 minutes' from generate_series(1, %d) n
                """.formatted(run, ACCOUNT, run, count));
    }

    void noChanges() {
        database.run("delete from phone_change");
    }

    /** Changes on hold, each with a link of its own, whose token is {@code token} and the number of its account. */
    void heldChanges(int count) {
        noChanges();
        database.run("""
                insert into verification_code (id, account_id, purpose, key_id, hash, tries_left, issued_at, expires_at, used_at)
                select md5('held ' || n)::uuid, ACCOUNT, 'PHONE_CHANGE', 'benchmark', decode(repeat('ab', 32), 'hex'), 4, db_now(), db_now(), db_now()
                from generate_series(1, COUNT) n on conflict do nothing;
                insert into phone_change (id, account_id, origin, new_number, new_number_masked, current_number, current_number_masked,
                    language, code_id, cancel_token_hash, state, due_at, requested_at, confirmed_at, applies_at)
                select md5('change ' || n)::uuid, ACCOUNT, 'SIGNED_IN', '+447200000000', '•••• •••000', NUMBER, '•••• •••000',
                    'ENGLISH', md5('held ' || n)::uuid, sha256(convert_to('token ' || n, 'UTF8')), 'HELD', db_now() + interval '1 day',
                    db_now(), db_now(), db_now() + interval '1 day'
                from generate_series(1, COUNT) n
                """.replace("ACCOUNT", ACCOUNT).replace("NUMBER", NUMBER).replace("COUNT", String.valueOf(count)));
    }

    /** Without checks, and with indexes made once all rows are there. */
    private void quickly(List<String> tables, String inserts) {
        String of = "'" + String.join("', '", tables) + "'";
        List<String> indexes = database.rows(
                "select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename in (" + of
                        + ") and indexname not in (select conname from pg_constraint)");
        indexes.forEach(index -> database.run("drop index " + index.split("\t")[0]));
        database.run(
                "set session_replication_role = replica; set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 2");
        for (String insert : inserts.split(";")) {
            database.run(insert);
        }
        indexes.forEach(index -> database.run(index.split("\t")[1]));
        database.run("reset session_replication_role");
        tables.forEach(table -> database.run("vacuum analyze " + table));
    }
}
