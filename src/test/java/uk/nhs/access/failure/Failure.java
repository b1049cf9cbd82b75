package uk.nhs.access.failure;

import java.util.List;

/**
 * The failures that were thought of, what is to hold, and what makes them happen: faults of the run under faults ({@code
 * trust.Fault}), and tests of their own, each named by its room, class and name.
 */
enum Failure {
    REPLICA_KILLED(
            "A replica is killed at any moment",
            "nothing that was acknowledged is lost, nothing is done twice, and others go on",
            "trust.Fault#KILL",
            "trust.Fault#POWER_CUT",
            "packaged.IdempotencyCrashIT#what_a_killed_replica_left_open_is_done_once_by_the_other",
            "packaged.OutboxIT#a_replica_that_is_killed_while_it_sends_loses_nothing",
            "packaged.EventCrashIT#a_replica_that_is_killed_while_it_tells_of_changes_loses_none_and_keeps_their_order"),
    DATABASE_RESTARTED(
            "The database restarts, or crashes and recovers",
            "requests are answered with 503 meanwhile, whatever was left open is settled by its key, and the pool comes back",
            "trust.Fault#DATABASE_RESTART",
            "trust.Fault#DATABASE_CRASH"),
    COMMIT_UNCERTAIN(
            "The connection is lost at COMMIT, as when a standby takes over",
            "whoever asks again with the same key has one effect and one answer",
            "trust.Fault#COMMIT_LOST",
            "trust.Fault#COMMIT_UNHEARD",
            "trust.Fault#STANDBY_TAKES_OVER",
            "web.DatabaseFaultsTest#a_commit_that_is_lost_is_an_outage_that_passes_and_nothing_was_done"),
    TRANSACTION_ENDED(
            "A transaction is ended from outside: its connection, a deadlock, an order that cannot be had",
            "it is an outage that passes, and no try is given back",
            "trust.Fault#CONNECTIONS_ENDED",
            "web.DatabaseFaultsTest#it_is_an_outage_that_passes_and_nothing_was_done"),
    DATABASE_WITHOUT_ROOM(
            "The database is slow, or has no disk, memory, connection, lock or time to give",
            "503 with Retry-After, nothing done by half, and all is well once it is",
            "trust.Fault#DATABASE_SLOW",
            "web.DatabaseFaultsTest#it_is_an_outage_that_passes_and_nothing_was_done",
            "time.DueWorkTest#where_nobody_knows_what_is_due_that_is_an_alarm_and_no_failure"),
    MAIL_SERVER_FAILING(
            "The mail server is down, slow, refuses for now or for good, or takes a mail and says nothing",
            "notices leave once it is back, under the same Message-ID; the hold waits; codes that are over are not sent",
            "trust.Fault#MAILS_DOWN",
            "trust.Fault#MAILS_SLOW",
            "trust.Fault#MAILS_REFUSED",
            "trust.Fault#MAILS_UNHEARD",
            "packaged.MailOutageIT#while_the_mail_server_is_down_the_hold_does_not_start",
            "packaged.MailOutageIT#a_mail_that_may_have_been_taken_is_sent_again_under_the_same_id",
            "notice.SmtpLaterTest#servers_that_fell_silent_do_not_use_up_the_connections",
            "notice.SmtpLaterTest#any_other_reply_is_tried_again"),
    TEXT_GATEWAY_FAILING(
            "The text gateway fails, is full for a minute or a day, finds our clock wrong, takes a text and says nothing, or"
                    + " answers what nobody can read",
            "each text arrives, the same one if it arrives again, and is looked for by its reference before it is sent again",
            "trust.Fault#TEXTS_DOWN",
            "trust.Fault#TEXTS_SLOW",
            "trust.Fault#TEXTS_LYING",
            "trust.Fault#TEXTS_TOO_MANY",
            "trust.Fault#TEXTS_DAY_FULL",
            "notice.NotifyTextsTest#a_text_that_was_accepted_but_not_answered_is_not_sent_twice",
            "notice.NotifyLaterTest#a_wrong_clock_loses_no_text",
            "notice.NotifyTextsTest#nothing_is_sent_while_the_look_up_fails"),
    RECEIPTS_OUT_OF_ORDER(
            "Delivery receipts are lost, late, repeated, out of order, or there before we know that the text has left",
            "the first final word stays, and what is not known is parked",
            "trust.TrustIT#nothing_that_was_promised_is_broken_by_faults",
            "receipt.DeliveryReceiptTest#receipts_that_are_repeated_or_reordered_leave_the_first_final_word",
            "receipt.ParkedReceiptTest#one_that_comes_while_its_text_is_noted_as_sent_waits_for_that"),
    RECEIVER_FAILING(
            "A service that is told of events is down, slow, or takes one and says nothing",
            "it is told of all of them, in order, under the same name, and holds up no other",
            "trust.Fault#RECEIVER_DOWN",
            "trust.Fault#RECEIVER_SLOW",
            "event.ToldInTheEndTest#an_outage_delays_events_loses_none_and_keeps_their_order",
            "event.ToldInTheEndTest#a_receiver_that_hangs_holds_up_no_other"),
    CLOCK_OFF(
            "The clock of a replica, of an issuer or of a gateway is off",
            "the database's clock decides: nothing is applied early, and no code lives longer",
            "trust.TrustIT#nothing_that_was_promised_is_broken_by_faults",
            "caller.CallerTest#an_issuers_clock_may_be_ahead_by_the_skew_and_no_more",
            "phonechange.ProgressInstantsTest#the_hold_is_86400_seconds_also_when_the_clocks_change",
            "directory.SyncOrderTest#what_is_set_there_after_it_is_newer_whatever_the_clocks_say"),
    REPLICA_PAUSED(
            "A replica stands still with work in hand, for longer than its lease, and goes on; several do the same work",
            "what is done once is done once, by whomever",
            "trust.Fault#PAUSE",
            "packaged.CancelRaceIT#exactly_one_of_cancel_and_apply_wins_whoever_is_faster",
            "packaged.OutboxIT#replicas_share_the_messages_and_send_none_twice",
            "passwordchange.RemindersTest#replicas_that_look_at_the_same_time_send_one"),
    VERSIONS_SIDE_BY_SIDE(
            "Two versions, or two sets of keys, run side by side",
            "every journey goes on, and back again",
            "packaged.UpgradeIT#journeys_go_on_from_version_to_version_and_back",
            "packaged.KeyRotationIT#no_journey_ends_because_a_key_was_changed_meanwhile"),
    HEARD_ONE_WAY(
            "The network passes one direction only",
            "as where an answer is lost: whoever asks again has one effect",
            "trust.Fault#DATABASE_ONE_WAY",
            "trust.Fault#TEXTS_UNHEARD",
            "trust.Fault#RECEIVER_UNHEARD",
            "trust.Fault#DIRECTORY_UNHEARD"),
    MEMORY_SHORT(
            "More slow hashes, bodies or connections are asked for than there is memory",
            "they wait for their turn, or are turned away",
            "crypto.TurnsTest#of_200_at_the_same_time_never_more_than_a_few_take_their_memory_and_each_gets_its_turn",
            "crypto.SlowHashBurstTest"
                    + "#whoever_waits_for_a_turn_holds_up_nobody_who_needs_none_and_is_told_when_to_come_back",
            "web.StrictJsonTest#a_body_has_at_most_16_kib_as_it_really_arrives",
            "provisioning.SlowStreamTest#whoever_reads_no_answers_is_cut_off",
            "overload.OverloadIT#ten_times_too_much_is_turned_away_and_full_speed_is_back_within_five_seconds",
            "packaged.BulkIT#a_long_stream_is_answered_line_by_line_and_the_second_time_opens_no_account"),
    MESSAGE_POISONED(
            "A message cannot be opened or delivered, or its mailbox is gone",
            "it is given up with an alarm, and holds up no other",
            "trust.Fault#MAILBOX_GONE",
            "notice.PoisonedMessageTest#a_message_that_cannot_be_opened_holds_up_no_other",
            "packaged.MailOutageIT#a_dead_mailbox_does_not_stop_the_change_where_another_address_was_told",
            "event.ToldInTheEndTest#what_is_refused_for_good_is_dead_at_once_and_what_comes_after_it_is_not"),
    DIRECTORY_FAILING(
            "An organisation's directory is away for hours, slow, cut off in the middle, or refuses a password",
            "the newest password arrives, in order, the owner is told of what does not, and none stays in clear",
            "trust.Fault#DIRECTORY_DOWN",
            "trust.Fault#DIRECTORY_SLOW",
            "trust.Fault#DIRECTORY_CUT",
            "directory.CarryOutageTest#an_outage_delays_a_password_and_loses_none",
            "directory.CarriagesTest#a_newer_password_waits_for_a_try_of_the_older_one_that_may_be_under_way",
            "directory.CarryOutageTest#a_password_that_waited_for_a_day_is_given_up_wiped_and_told_of",
            "directory.CarriedPasswordTest#a_password_that_the_directory_refuses_is_told_to_its_owner_and_wakes_nobody"),
    ISSUER_FAILING(
            "The keys of an issuer of tokens cannot be had, or were changed",
            "known keys stay good, new ones are fetched, and unknown ones have it asked once in a minute",
            "caller.IssuerKeysTest#while_it_is_away_the_keys_that_are_known_stay_good_and_no_others_are",
            "caller.IssuerKeysTest#a_key_that_it_has_changed_to_is_fetched_as_soon_as_a_token_names_it",
            "caller.IssuerKeysTest#tokens_that_name_keys_which_there_are_not_do_not_have_it_asked_each_time",
            "caller.UnreachableIssuerTest#whoever_cannot_be_checked_is_asked_to_wait"),
    BACKUP_RESTORED(
            "The database is what it was some time ago",
            "codes and links end by the clock, however often they were used; the rest is for those who restore it",
            "verification.GuessesTest#a_code_is_dead_at_ten_minutes",
            "journey.ChangeNumberJourneyTest#from_the_end_of_the_hold_on_the_link_is_expired_and_the_change_is_applied"),
    REPLICA_TOLD_TO_END(
            "A replica is told to end while it works",
            "what it has in hand ends first, or falls due again",
            "trust.Fault#STOP",
            "packaged.StartAndStopIT#what_runs_when_sigterm_comes_ends_first",
            "time.DueWorkTest#the_service_ends_once_what_is_at_hand_is_done_and_begins_nothing_more");

    private final String what;
    private final String holds;
    private final List<String> madeBy;

    Failure(String what, String holds, String... madeBy) {
        this.what = what;
        this.holds = holds;
        this.madeBy = List.of(madeBy);
    }

    List<String> madeBy() {
        return madeBy;
    }

    @Override
    public String toString() {
        return what + ": " + holds;
    }
}
