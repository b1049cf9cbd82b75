package uk.nhs.access.attack;

import java.util.List;

/**
 * The attacks that were thought of, what is to become of each, and the tests that try it. A test is named by its room, class
 * and method, so that it can be found from here.
 */
enum Attack {
    GUESSES_AT_ONCE(
            "A1",
            "A code is guessed by hundreds of parallel callers on two replicas",
            "five guesses are compared, and one of many right ones is accepted",
            "packaged.CodeRaceIT#of_500_wrong_codes_at_once_on_two_replicas_5_are_evaluated",
            "packaged.CodeRaceIT#of_64_right_codes_at_once_on_two_replicas_one_succeeds",
            "unlock.UnlockRoundsTest#of_many_rounds_at_the_same_moment_no_more_than_three_are_judged"),
    SENT_AGAIN_FOR_MORE_TRIES(
            "A2",
            "A code is sent again to have fresh tries",
            "tries that were used stay used",
            "phonechange.ConfirmChangeTest#sending_again_brings_the_same_code_and_gives_no_tries_back",
            "verification.ResendTest#the_same_code_is_sent_again_with_the_same_end_and_the_same_tries"),
    STARTED_AGAIN_FOR_MORE_TRIES(
            "A3",
            "A journey is begun again to have fresh tries",
            "wrong guesses count for the account and the purpose",
            "phonechange.CodeGuessingTest#ten_wrong_codes_in_a_row_block_guessing_and_asking_for_15_minutes",
            "recovery.EmailCodeTest#ten_wrong_codes_in_a_row_over_several_recoveries_send_to_support_for_a_while",
            "recovery.PreviousNumberTest#three_wrong_numbers_in_a_day_are_the_end_over_however_many_recoveries",
            "unlock.UnlockRoundsTest#there_are_three_rounds_of_answers_in_a_day_over_all_unlocks"),
    CODE_FOR_ANOTHER_PURPOSE(
            "A4",
            "A code that was had for one purpose is used for another",
            "it is a wrong guess there, and counts",
            "verification.PurposesTest#each_is_wrong_for_the_others_and_right_for_its_own",
            "code.BoundCodesTest#a_code_for_one_purpose_is_wrong_for_every_other_and_counts_there"),
    DESTINATION_SWAPPED(
            "A5",
            "A code is had at the own phone, and another number put in its place before it is entered",
            "the number that was proved is the number that is saved",
            "code.BoundCodesTest#a_code_that_went_to_one_number_is_wrong_for_another",
            "phonechange.CodeGuessingTest#the_code_for_one_number_is_a_wrong_guess_for_another"),
    ASKED_TWICE_CANCELLED_ONCE(
            "A6",
            "A change is asked for twice, so that the owner cancels the first one only",
            "one change waits at a time, and each has notices of its own",
            "journey.ChangeNumberJourneyTest#asking_again_replaces_the_change_before_whose_code_and_link_die",
            "packaged.CodeRaceIT#of_many_starts_at_once_one_is_left_waiting"),
    CANCELLED_AS_THE_HOLD_ENDS(
            "A7",
            "The link is used in the very moment in which the hold ends",
            "exactly one side wins, and every answer says which",
            "packaged.CancelRaceIT#exactly_one_of_cancel_and_apply_wins_whoever_is_faster"),
    LINK_USED_AGAIN(
            "A8",
            "A link is used again, after the change, or for another account",
            "nothing changes, and the answer says what became of the change",
            "journey.ChangeNumberJourneyTest#the_owner_stops_a_change_while_signed_in_and_the_link_then_counts_as_used",
            "journey.ChangeNumberJourneyTest#from_the_end_of_the_hold_on_the_link_is_expired_and_the_change_is_applied",
            "phonechange.CancelLinkTest#a_link_that_is_not_whole_is_none_of_ours"),
    MAIL_SCANNER(
            "A9",
            "A scanner opens the link, and runs the scripts of the page",
            "nothing is cancelled without the one POST that a person sends",
            "phonechange.CancelLinkScannersTest#no_page_load_and_no_other_method_cancels",
            "phonechange.CancelLinkScannersTest#looking_changes_nothing_however_often"),
    EVERY_CHANGE_CANCELLED(
            "A10",
            "A thief of the mailbox cancels every change of its owner",
            "that is allowed, and the third one in a week raises an alarm",
            "phonechange.CancelledOftenTest#the_third_proved_change_that_is_cancelled_in_seven_days_raises_an_alarm"),
    TEXTS_FOR_MONEY(
            "A11",
            "Codes are asked for at many numbers of a network that shares its income",
            "only signed-in callers ask, only for UK mobiles, within limits of the client and of the whole service, and texts can be"
                    + " stopped at once",
            "phonechange.AskForChangeTest#a_number_has_to_be_a_uk_mobile",
            "phonechange.SendLimitsTest#one_client_address_asks_30_times_in_an_hour",
            "caller.BehindProxiesTest#whatever_a_client_writes_before_it_the_address_that_our_proxies_tell_counts",
            "channel.WholeServiceLimitTest#no_more_codes_are_taken_on_once_they_would_wait_for_more_than_a_minute",
            "channel.StopSwitchTest#a_code_by_a_stopped_channel_is_refused_and_nothing_of_it_counts") {
        @Override
        String leftOut() {
            return "There is no alarm of our own for the first digits of numbers, which say little since numbers are ported, nor"
                    + " for the share of codes that is entered: the metrics count both sides of it, of all replicas together.";
        }
    },
    TEXTS_TO_ANNOY(
            "A12",
            "A number is sent codes without end, by way of many accounts",
            "its limits hold over accounts, purposes and replicas",
            "verification.SendingLimitsTest#two_accounts_with_one_number_share_its_limit",
            "packaged.SendLimitsIT#one_number_is_sent_one_code_in_a_minute_and_five_in_ten_whoever_asks"),
    WHO_HAS_AN_ACCOUNT(
            "A13",
            "Addresses are tried to learn which of them have an account",
            "unknown and known look alike in status, body, headers, limits and time",
            "unlock.NoOracleTest#the_first_answer_is_the_same_but_for_its_token_and_questions",
            "unlock.NoOracleTest#a_sixth_start_is_refused_the_same_and_so_are_steps_out_of_order_and_out_of_time",
            "web.EvenTimeTest#no_answer_leaves_before_its_step_is_over",
            "signin.PasswordCheckTest#an_account_that_nobody_has_and_one_without_a_password_are_wrong_like_any",
            "signin.SignInLockTest#an_account_that_nobody_has_is_as_locked_after_ten_as_any_other") {
        @Override
        List<String> byTheClock() {
            return List.of(
                    "unlock.TimingTest#the_first_step_takes_as_long_whoever_is_meant",
                    "signin.PasswordTimingTest#a_wrong_password_takes_as_long_for_an_account_as_for_none");
        }
    },
    DIGITS_TOLD_BY_THE_NEXT_STEP(
            "A14",
            "The last digits of a number are tried until the next step looks different",
            "every four digits lead to questions, the same ones at every try",
            "unlock.NoOracleTest#every_four_digits_lead_to_questions_of_their_own_so_that_the_right_ones_do_not_stand_out",
            "unlock.DecoysTest#the_same_nobody_is_asked_the_same_questions_in_the_same_order"),
    ONE_ANSWER_AT_A_TIME(
            "A15",
            "The answers of a round are tried one by one",
            "there is one verdict for all, in the same time",
            "unlock.UnlockDetailsTest#it_does_not_matter_how_many_answers_of_a_round_are_right",
            "unlock.NoOracleTest#three_wrong_rounds_are_answered_the_same_one_after_the_other") {
        @Override
        List<String> byTheClock() {
            return List.of("unlock.TimingTest#wrong_answers_take_as_long_whoever_is_meant");
        }
    },
    LOCKED_OUT_ON_PURPOSE(
            "A16",
            "A clinician is locked out by somebody who guesses in their name",
            "guesses close the way they were made at, for a while, and leave another open",
            "unlock.UnlockDetailsTest#refused_rounds_stand_in_the_history_of_the_account_that_they_were_meant_for_and_lock_nothing",
            "signin.SignInLockTest#guesses_at_the_current_password_of_a_change_count_apart",
            "administration.AdministrationTest#whatever_lock_there_is_is_lifted_and_the_owner_is_told_everywhere",
            "code.CodeBlockTest#each_further_block_is_twice_as_long_up_to_a_day") {
        @Override
        String leftOut() {
            return "No whole day of it is played: each way has a test of its own at the instants that count, and a day repeats them.";
        }
    },
    STRANGE_DIGITS(
            "A17",
            "A number is written with other digits, letters or invisible characters",
            "it is refused before the library could read a number into it",
            "account.MobileNumbersTest#characters_that_the_library_would_read_into_a_number_are_refused",
            "account.GeneratedNumbersTest#whatever_is_accepted_is_a_uk_mobile_in_e164_that_parses_to_itself",
            "unlock.UnlockDetailsTest#what_is_not_four_digits_is_refused_whoever_it_is_said_of"),
    ADDRESS_THAT_LOOKS_ALIKE(
            "A18",
            "An address is typed that looks like that of somebody else",
            "it is nobody's, and messages go only to addresses on file",
            "unlock.UnlockDetailsTest#an_address_that_only_looks_like_it_is_nobodys"),
    LINES_INTO_LOGS_AND_HEADERS(
            "A19",
            "Line ends are put into names, reasons and addresses",
            "they are refused, and a subject cannot add a header",
            "account.EmailAddressTest#what_could_break_out_of_a_mail_header_is_no_address",
            "notice.SmtpMailTest#a_subject_cannot_add_a_header",
            "administration.AdministrationTest#a_reason_is_wanted",
            "idempotency.IdempotencyKeyTest#what_is_not_one_visible_key_is_refused",
            "packaged.CanaryIT#nothing_that_is_anybodys_own_leaves_by_log_metric_or_header"),
    WORDS_INTO_MESSAGES(
            "A20",
            "Markup or links are put into what messages say",
            "they hold nothing that a stranger wrote, and are escaped all the same",
            "notice.MailTemplatesTest#the_html_of_a_mail_escapes_a_hostile_word",
            "notice.MailTemplatesTest#a_mail_links_to_nothing_but_its_cancel_link"),
    HOST_HEADER(
            "A21",
            "A header of the request says another host, so that the link leads there",
            "links are made of a setting alone",
            "phonechange.CancelLinkTest#no_header_of_a_request_moves_the_link_in_the_email"),
    FORGED_TOKEN(
            "A22",
            "A token is unsigned, signed with the wrong key or algorithm, for others, too old or not yet good",
            "it is no token, and the answer does not say why",
            "caller.TokenChecksTest#a_token_is_refused_for",
            "caller.TokenSignatureTest#a_token_is_refused_for",
            "caller.TokenSignatureTest#where_a_token_says_its_keys_are_does_not_matter",
            "caller.TokensOverHttpTest#a_token_with_any_fault_is_no_token"),
    SOMEBODY_ELSES(
            "A23",
            "The id of somebody else's change, code, recovery or unlock is used",
            "it does not exist for anybody else",
            "phonechange.OwnChangesTest#another_persons_change_reads_like_one_that_never_was",
            "verification.ServicesTest#another_services_code_is_unknown_and_its_guesses_do_not_count",
            "recovery.RecoveryStepsTest#another_accounts_recovery_is_as_unknown_as_none",
            "caller.ScopeMatrixTest#a_scope_opens_what_the_contract_says_it_opens"),
    ANOTHER_ORGANISATION(
            "A24",
            "A Local Administrator reaches for an account of another organisation, or of a former one",
            "it is as absent as none, decided by the row as it is then",
            "administration.OrganisationsApartTest#an_account_of_another_organisation_is_as_absent_as_none",
            "administration.NamedOrganisationTest#a_body_that_names_another_organisation_is_refused",
            "administration.AdministrationTest#nobody_does_it_to_the_own_account"),
    PAGES_OF_OTHERS(
            "A25",
            "The place from which a list goes on is changed to that of somebody else",
            "the page is empty, and has a bound whatever is asked",
            "administration.PagesTest#a_page_after_an_account_of_another_organisation_is_empty",
            "administration.PagesTest#a_page_has_1_to_50_accounts",
            "administration.PagesTest#a_page_before_what_is_no_line_of_the_history_is_empty") {
        @Override
        String leftOut() {
            return "The place is not signed: it is looked up among what the caller may see, so that no change of it shows more.";
        }
    },
    TWISTED_JSON(
            "A26",
            "A body is too large, too deep, has a name twice or is no JSON",
            "it is refused before anything else happens",
            "web.StrictJsonTest#a_body_has_at_most_16_kib_as_it_really_arrives",
            "web.StrictJsonTest#deep_nesting_is_refused_in_no_time",
            "web.StrictJsonTest#what_is_not_strict_json_is_not_read"),
    MORE_THAN_WAS_ASKED(
            "A27",
            "A body says more than its operation takes, such as a state",
            "what is unknown is refused",
            "phonechange.AskForChangeTest#nothing_else_comes_along",
            "phonechange.ConfirmationBodyTest#what_is_more_than_a_code_is_no_guess",
            "contract.ContractTest#every_body_but_that_of_a_receipt_is_closed"),
    KEY_OF_ANOTHER_REQUEST(
            "A28",
            "An Idempotency-Key comes again with another body, from somebody else, or at the same time",
            "the first is refused, the second is another key, the third waits",
            "idempotency.IdempotencyScopeTest#the_same_key_with_another_body_is_refused",
            "idempotency.IdempotencyCallerTest#the_key_of_another_person_is_another_key",
            "idempotency.IdempotencyCallerTest#an_answer_that_took_two_steps_is_not_repeated_to_whoever_has_not_taken_them",
            "packaged.IdempotencyIT#of_50_like_requests_at_once_on_two_replicas_one_has_an_effect"),
    WRONG_CLOCK(
            "A29",
            "The clock of a replica is off",
            "the database's clock decides, and no other is read",
            "HabitsTest#only_time_reads_the_clock",
            "trust.TrustIT#nothing_that_was_promised_is_broken_by_faults"),
    STOLEN_SESSION(
            "A30",
            "A session is stolen, and the number is to be changed with it",
            "a sign-in with two steps in the last quarter of an hour is asked for, and the owner has a day to object",
            "phonechange.AskForChangeCallerTest#one_step_is_not_enough",
            "phonechange.AskForChangeCallerTest#two_steps_count_until_exactly_15_minutes_after_them",
            "journey.ChangeNumberJourneyTest#somebody_changes_their_number_and_everybody_concerned_is_told"),
    TEMPORARY_PASSWORD_FOUND(
            "A31",
            "A temporary password is found later in somebody's texts",
            "it is dead after its use or its hour, and opens no more than its own change",
            "signin.TemporaryPasswordSignInTest#after_its_hour_it_is_wrong_and_counts_like_any_wrong_one",
            "signin.TemporaryPasswordSignInTest#of_20_sign_ins_at_once_it_opens_one"),
    UNLOCKED_THOUGH_LOCKED_FOR_CAUSE(
            "A32",
            "Somebody lifts by themselves what the organisation locked or disabled",
            "only a lock of failed sign-ins is lifted so",
            "account.AccountTest#only_the_organisation_lifts_what_it_locked",
            "unlock.NoOracleTest#right_answers_where_this_way_is_not_open_are_answered_as_wrong_ones"),
    OLDER_PASSWORD_LAST(
            "A33",
            "An older password reaches a directory after a newer one",
            "of one account one change is carried at a time, and what was superseded never",
            "directory.CarriagesTest#a_newer_password_waits_for_a_try_of_the_older_one_that_may_be_under_way",
            "directory.CarryOutageTest#of_several_passwords_the_newest_alone_is_carried_and_the_others_are_wiped_at_once",
            "directory.SyncOrderTest#what_was_chosen_here_later_is_not_undone"),
    WORDS_INTO_DIRECTORIES(
            "A34",
            "An address or a name is to steer what a directory is asked for",
            "filters are built and never written, and an address that would end one is none",
            "directory.CarriedPasswordTest#an_address_that_would_match_everybody_in_a_filter_is_nobodys_there",
            "directory.CarriedPasswordTest#an_address_that_would_end_a_filter_is_none",
            "directory.DirectoryTest#what_would_steer_a_filter_finds_nobody"),
    RECEIPT_TO_SHORTEN_A_HOLD(
            "A35",
            "A forged receipt says that a notice has arrived",
            "receipts need their token, and move no hold",
            "receipt.DeliveryReceiptTest#no_receipt_moves_a_hold",
            "receipt.ReceiptDoorTest#nobody_else_is"),
    POISONED_MESSAGE(
            "A36",
            "A message that can never be sent stands at the head of the queue",
            "all others pass it",
            "notice.PoisonedMessageTest#a_message_that_cannot_be_opened_holds_up_no_other");

    private final String number;
    private final String attack;
    private final String outcome;
    private final List<String> tests;

    Attack(String number, String attack, String outcome, String... tests) {
        this.number = number;
        this.attack = attack;
        this.outcome = outcome;
        this.tests = List.of(tests);
    }

    /** The tests that try it in every build, each as {@code room.Class#method}. */
    List<String> tests() {
        return tests;
    }

    /**
     * Those that try it besides, by hand, as what they time needs a quiet machine: {@code mvn test -Dtest='*TimingTest'
     * -DexcludedGroups=none}.
     */
    List<String> byTheClock() {
        return List.of();
    }

    /** What one might look for here and is not done, and why; mostly nothing. */
    String leftOut() {
        return "";
    }

    @Override
    public String toString() {
        return number + " " + attack + ": " + outcome;
    }
}
