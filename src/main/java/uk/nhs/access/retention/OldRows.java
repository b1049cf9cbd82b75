package uk.nhs.access.retention;

import java.time.Duration;
import java.util.function.Function;

/** What is removed once it is old enough, and what of it still matters and stays. */
enum OldRows {
    /** A code that a waiting change goes by stays. The account is locked, as by everybody who uses its codes. */
    CODES(RetentionSettings::codes, delete("verification_code", "id", """
            select code.id from verification_code code join account on account.id = code.account_id
            where code.expires_at <= (select db_now()) - cast(:age as interval)
                and not exists (select from phone_change where code_id = code.id and due_at is not null)
            order by code.expires_at limit :most
            for update of code skip locked for no key update of account skip locked""")),

    RECOVERIES(RetentionSettings::codes, delete("recovery", "id", """
            select id from recovery
            where expires_at <= (select db_now()) - cast(:age as interval)
            order by expires_at limit :most
            for update skip locked""")),

    UNLOCKS(RetentionSettings::codes, delete("unlock", "id", """
            select id from unlock
            where expires_at <= (select db_now()) - cast(:age as interval)
            order by expires_at limit :most
            for update skip locked""")),

    /** Counts of wrong guesses. A block counts for as long as it lasts. */
    CODE_BLOCKS(RetentionSettings::codes, delete("code_block", "account_id, purpose", """
            select block.account_id, block.purpose from code_block block join account on account.id = block.account_id
            where greatest(block.counted_at, block.blocked_until) <= (select db_now()) - cast(:age as interval)
            order by greatest(block.counted_at, block.blocked_until) limit :most
            for update of block skip locked for no key update of account skip locked""")),

    SEND_LIMITS(RetentionSettings::codes, delete("send_limit", "subject", """
            select subject from send_limit
            where last_day <= cast(((select db_now()) - cast(:age as interval)) at time zone 'UTC' as date)
                and sent_at[cardinality(sent_at)] <= (select db_now()) - cast(:age as interval)
            order by last_day limit :most
            for update skip locked""")),

    /** What has not been settled, or tells of a change that waits, stays. */
    MESSAGES(RetentionSettings::messages, delete("message", "id", """
            select id from message
            where settled_at <= (select db_now()) - cast(:age as interval)
                and not exists (
                    select from phone_change where phone_change.id = message.about_id and due_at is not null)
            order by settled_at limit :most
            for update skip locked""")),

    /** The change itself stays, with what is shown of its numbers. */
    NUMBERS(RetentionSettings::numbers, """
            with old as materialized (
                select change.id from phone_change change join account on account.id = change.account_id
                where change.new_number is not null and change.ended_at <= (select db_now()) - cast(:age as interval)
                order by change.ended_at limit :most
                for update of change skip locked for no key update of account skip locked),
            wiped as (
                update phone_change set new_number = null, current_number = null
                where id in (select id from old) returning 1)
            select count(*) from wiped"""),

    /** Waiting or not: nothing waits for that long, unless its receiver was taken out of the settings. */
    EVENTS(RetentionSettings::events, delete("announcement", "id", """
            select id from announcement
            where queued_at <= (select db_now()) - cast(:age as interval)
            order by queued_at limit :most
            for update skip locked""")),

    /** What is still to be carried stays. A temporary password that was carried is taken back long before. */
    CARRIED_CHANGES(RetentionSettings::carriedChanges, delete("carried_change", "id", """
            select id from carried_change
            where settled_at <= (select db_now()) - cast(:age as interval)
            order by settled_at limit :most
            for update skip locked""")),

    /** Their time was set when they were kept. */
    KEPT_ANSWERS(settings -> Duration.ZERO, delete("kept_answer", "request_name", """
            select request_name from kept_answer
            where expires_at <= (select db_now()) - cast(:age as interval)
            order by expires_at limit :most
            for update skip locked""")),

    PARKED_RECEIPTS(RetentionSettings::receipts, delete("parked_receipt", "provider_id, receipt", """
            select provider_id, receipt from parked_receipt
            where received_at <= (select db_now()) - cast(:age as interval)
            order by received_at limit :most
            for update skip locked""")),

    /** The function sets the switch without which the database lets nobody delete history. */
    HISTORY(RetentionSettings::history, "select forget_history(cast(:age as interval), :most)");

    private final Function<RetentionSettings, Duration> age;
    private final String removal;

    OldRows(Function<RetentionSettings, Duration> age, String removal) {
        this.age = age;
        this.removal = removal;
    }

    /** How old they must be. */
    Duration age(RetentionSettings settings) {
        return age.apply(settings);
    }

    /** The statement that removes {@code :most} of those that are older than {@code :age}, and returns their number. */
    String removal() {
        return removal;
    }

    /** What is old is settled once and for all before anything is deleted, so that it is never more than the limit. */
    private static String delete(String table, String key, String old) {
        return "with old as materialized (" + old + "), gone as (delete from " + table + " where (" + key
                + ") in (select * from old) returning 1) select count(*) from gone";
    }
}
