package uk.nhs.access.passwordchange;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.PasswordApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;

/** What a change of the password does, and which passwords it takes. */
@QuarkusTest
class PasswordChangeTest {

    private static final String CURRENT = "gravel otter minuet six";
    private static final String CHOSEN = "kettle orange bus lantern";

    private final Person person = Person.with().password(CURRENT).addresses(2).open();

    @Test
    void the_new_password_takes_the_place_of_the_current_one_for_a_year() {
        Response answer = change(CURRENT, CHOSEN);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        Instant setAt = Instant.parse(answer.path("setAt"));
        assertThat(setAt).isBetween(MovableClock.now().minusSeconds(30), MovableClock.now());
        assertThat(answer.<String>path("expiresAt"))
                .isEqualTo(setAt.plus(Duration.ofDays(365)).toString());
        assertThat(answer.<Boolean>path("mustChange")).isFalse();
        assertThat(answer.<Map<String, Object>>path("$"))
                .containsAllEntriesOf(account().path("password"));
        assertThat(answer.<List<String>>path("targets.target")).containsExactly("MAILBOX");
        assertWrong(change(CURRENT, "button parade salmon ink"), 4);
        assertThat(change(CHOSEN, "button parade salmon ink").statusCode()).isEqualTo(200);
    }

    @Test
    void every_address_and_the_mobile_are_told() {
        change(CURRENT, CHOSEN);

        for (String address : person.addresses()) {
            Map<String, String> mail = Inbox.of(address).await(1);
            assertThat(mail.get("subject")).isEqualTo("Your NHS account: your password was changed");
        }
        assertThat(Inbox.of(person.mobile()).awaitText(1)).contains("your password was changed", "If it was not you");
        assertThat(Rows.history(person)).containsExactly("PasswordChanged");
    }

    @Test
    void whoever_asks_in_welsh_is_told_in_welsh() {
        PhoneChangeApi.with(person.token().mint())
                .header("Accept-Language", "cy")
                .body(Map.of("currentPassword", CURRENT, "newPassword", CHOSEN))
                .put("/v1/account/password");

        assertThat(Inbox.of(person.mobile()).awaitText(1)).contains("mae eich cyfrinair wedi'i newid");
        assertThat(Rows.text("select language from password where account_id = ?", person.account()))
                .isEqualTo("WELSH");
    }

    @Test
    void neither_password_stands_anywhere_in_clear() {
        change(CURRENT, CHOSEN);
        Inbox.of(person.mobile()).await(1);

        String kept = String.join(
                " ", Rows.texts("""
                        select p::text from password p where account_id = ?
                        union all select p::text from past_password p where account_id = ?
                        union all select h::text from history_entry h where account_id = ?
                        union all select m::text from message m where account_id = ?
                        """, person.account(), person.account(), person.account(), person.account()));
        assertThat(kept).contains("$argon2id$v=19$m=1024,t=2,p=1,keyid=").doesNotContain(CURRENT, CHOSEN, "kettle");
    }

    @Test
    void a_letter_in_two_parts_is_the_same_letter() {
        change(CURRENT, "te\u0302gell oren bws y bore");

        assertThat(change("t\u00eagell oren bws y bore", CHOSEN).statusCode()).isEqualTo(200);
    }

    @Test
    void a_new_one_that_is_not_good_enough_is_refused_with_all_reasons_before_anything_is_counted() {
        Silence silence = Silence.of(person);

        assertReasons(change("not the current one", "Password1"), "TOO_SHORT", "COMMON");
        assertReasons(change(CURRENT, "x".repeat(129)), "TOO_LONG");
        assertReasons(change(CURRENT, "correct horse battery staple"), "BREACHED");
        assertReasons(change(CURRENT, "robin.marlowe!"), "LIKE_YOUR_NAME");
        assertReasons(change(CURRENT, person.address()), "LIKE_YOUR_ADDRESS");
        IntStream.range(0, 6).forEach(i -> change(CURRENT, "Password1"));
        silence.isKept();
        assertThat(change(CURRENT, CHOSEN).statusCode()).isEqualTo(200);
    }

    @Test
    void none_of_the_last_four_is_taken_again_and_the_fifth_is() {
        List<String> chosen = List.of(
                CURRENT,
                "button parade salmon ink",
                "velvet ladder ninety pies",
                "quartz monkey umbrella tin",
                "hollow candle fifteen mops");
        for (int i = 1; i < 4; i++) {
            assertThat(change(chosen.get(i - 1), chosen.get(i)).statusCode()).isEqualTo(200);
        }
        for (int i = 0; i < 4; i++) {
            assertReasons(change(chosen.get(3), chosen.get(i)), "USED_BEFORE");
        }

        assertThat(change(chosen.get(3), chosen.get(4)).statusCode()).isEqualTo(200);
        assertThat(change(chosen.get(4), CURRENT).statusCode()).isEqualTo(200);
        assertThat(Rows.count("select count(*) from past_password where account_id = ?", person.account()))
                .isEqualTo(4);
    }

    @Test
    void what_is_no_password_at_all_is_a_malformed_request_that_is_not_repeated() {
        assertRefused(change("", CHOSEN), 400, "CID1001");
        Response answer = change(CURRENT, "secretive".repeat(114));
        assertRefused(answer, 400, "CID1001");
        assertThat(answer.asString()).contains("newPassword").doesNotContain("secretive");
    }

    @Test
    void of_two_changes_at_once_one_wins_and_the_other_finds_that_the_current_one_is_another() {
        String token = person.token().mint();
        List<Integer> statuses = List.of("velvet ladder ninety pies", "quartz monkey umbrella tin").parallelStream()
                .map(chosen -> PasswordApi.change(token, CURRENT, chosen).statusCode())
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(200, 422);
        assertThat(Rows.history(person)).containsExactly("PasswordChanged", "PasswordChangeRefused");
    }

    private Response change(String current, String chosen) {
        return PasswordApi.change(person.token().mint(), current, chosen);
    }

    private Response account() {
        return PasswordApi.account(person.token().mint());
    }

    private static void assertWrong(Response answer, int left) {
        assertRefused(answer, 422, "CID3312");
        assertThat(answer.<Integer>path("attemptsLeft")).isEqualTo(left);
    }

    private static void assertReasons(Response answer, String... reasons) {
        assertRefused(answer, 422, "CID3311");
        assertThat(answer.<List<String>>path("reasons")).contains(reasons);
    }
}
