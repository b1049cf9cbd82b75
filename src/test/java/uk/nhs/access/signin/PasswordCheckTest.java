package uk.nhs.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.PasswordCheckApi.check;
import static uk.nhs.access.support.PasswordCheckApi.checkTyped;
import static uk.nhs.access.support.PasswordCheckApi.outcome;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.crypto.Rings;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.PasswordCheckApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;

/** What a password opens, and what the service is told of it. */
@QuarkusTest
class PasswordCheckTest {

    private static final String RIGHT = "gravel otter minuet six";
    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final Duration YEAR = Duration.ofDays(365);

    private final Person person = Person.with().password(RIGHT).addresses(2).open();

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void a_right_password_names_its_account_and_the_end_of_its_year() {
        Response answer = check(person, RIGHT);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<String>path("outcome")).isEqualTo("RIGHT");
        assertThat(answer.<String>path("account")).isEqualTo(person.account().toString());
        assertThat(Instant.parse(answer.path("expiresAt")))
                .isBetween(
                        MovableClock.now().plus(YEAR).minusSeconds(60),
                        MovableClock.now().plus(YEAR));
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Rows.history(person)).isEmpty();
    }

    @Test
    void a_wrong_one_is_told_nothing_and_leaves_nothing_but_its_count() {
        Response answer = check(person, RIGHT + " ");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<Map<String, Object>>path("$")).isEqualTo(Map.of("outcome", "WRONG"));
        assertThat(Rows.count("select sign_in_tries from account where id = ?", person.account()))
                .isEqualTo(1);
        assertThat(Rows.history(person)).isEmpty();
        assertThat(Rows.count("select count(*) from message where account_id = ?", person.account()))
                .isZero();
    }

    @Test
    void any_address_of_the_account_stands_for_it_however_it_is_typed() {
        for (String typed : new String[] {
            person.address(), person.addresses().get(1), " " + person.address().toUpperCase(Locale.ROOT) + " "
        }) {
            assertThat(checkTyped(typed, RIGHT).<String>path("account"))
                    .isEqualTo(person.account().toString());
        }
        assertThat(checkTyped(person.address(), "not the one").<String>path("outcome"))
                .isEqualTo("WRONG");
    }

    @Test
    void a_password_is_right_until_the_last_tick_of_its_year_and_expired_from_then_on() {
        Person late =
                Person.with().password(RIGHT, YEAR.minus(Duration.ofHours(1))).open();
        Instant end = Instant.parse(check(late, RIGHT).path("expiresAt"));

        MovableClock.stopAt(end.minus(TICK));
        assertThat(outcome(late, RIGHT)).isEqualTo("RIGHT");
        MovableClock.stopAt(end);
        Response expired = check(late, RIGHT);
        assertThat(expired.<String>path("outcome")).isEqualTo("EXPIRED");
        assertThat(expired.<String>path("account")).isEqualTo(late.account().toString());
        assertThat(Instant.parse(expired.path("expiresAt"))).isEqualTo(end);
        assertThat(outcome(late, "not the one")).isEqualTo("WRONG");
    }

    @Test
    void a_disabled_account_says_so_whatever_was_typed_and_nothing_is_counted() {
        Person disabled = Person.with().password(RIGHT).disabled().open();
        Silence silence = Silence.of(disabled);

        for (String typed : new String[] {RIGHT, "not the one"}) {
            assertThat(check(disabled, typed).<Map<String, Object>>path("$")).isEqualTo(Map.of("outcome", "DISABLED"));
        }
        silence.isKept();
    }

    @Test
    void an_account_that_nobody_has_and_one_without_a_password_are_wrong_like_any() {
        String wrong = check(person, "not the one").asString();

        assertThat(check(UUID.randomUUID(), RIGHT).asString()).isEqualTo(wrong);
        assertThat(checkTyped("nobody-" + UUID.randomUUID() + "@example.org", RIGHT)
                        .asString())
                .isEqualTo(wrong);
        assertThat(checkTyped("no address at all", RIGHT).asString()).isEqualTo(wrong);
        assertThat(check(Person.fresh(), RIGHT).asString()).isEqualTo(wrong);
    }

    @Test
    void a_letter_in_two_parts_is_the_same_letter_and_an_emoji_is_a_character_like_any() {
        Person other = Person.with().password("t\u00eagell oren 🫖 bws y bore").open();

        assertThat(outcome(other, "te\u0302gell oren 🫖 bws y bore")).isEqualTo("RIGHT");
        assertThat(outcome(other, "t\u00eagell oren 🫗 bws y bore")).isEqualTo("WRONG");
        assertThat(outcome(other, "tegell oren 🫖 bws y bore")).isEqualTo("WRONG");
    }

    @Test
    void nothing_of_a_long_password_is_cut_off_and_what_is_too_long_for_any_is_wrong() {
        String longest = "gravel otter ".repeat(10).substring(0, 128);
        Person other = Person.with().password(longest).open();

        assertThat(outcome(other, longest)).isEqualTo("RIGHT");
        assertThat(outcome(other, longest.substring(0, 127))).isEqualTo("WRONG");
        assertThat(outcome(other, longest + "x".repeat(1_024 - 128))).isEqualTo("WRONG");
    }

    @Test
    void what_is_no_password_at_all_is_a_malformed_request_that_is_not_repeated() {
        Silence silence = Silence.of(person);

        assertRefused(check(person, ""), 400, "CID1001");
        Response tooLong = check(person, "secretive".repeat(114));
        assertRefused(tooLong, 400, "CID1001");
        Response tenThousand = checkTyped(person.address(), "secretive ".repeat(1_000));
        assertRefused(tenThousand, 400, "CID1002");
        assertThat(tooLong.asString() + tenThousand.asString())
                .contains("password")
                .doesNotContain("secretive");
        silence.isKept();
    }

    @Test
    void what_is_no_id_at_all_is_no_account() {
        Response answer = PhoneChangeApi.with(PasswordCheckApi.service())
                .body(Map.of("password", RIGHT))
                .post("/v1/accounts/{id}/password-check", "amina");

        assertRefused(answer, 404, "CID3106");
    }

    @Test
    void a_dated_hash_is_renewed_by_a_right_password_alone() {
        String dated = Rings.slowHashes(Map.of("crypto.slow-hash.memory", "64")).hash("password", RIGHT);
        Rows.texts("update password set hash = ? where account_id = ? returning 1", dated, person.account());

        outcome(person, "not the one");
        assertThat(hash()).isEqualTo(dated);
        assertThat(outcome(person, RIGHT)).isEqualTo("RIGHT");
        assertThat(hash()).contains("m=1024");
        assertThat(outcome(person, RIGHT)).isEqualTo("RIGHT");
    }

    private String hash() {
        return Rows.text("select hash from password where account_id = ?", person.account());
    }
}
