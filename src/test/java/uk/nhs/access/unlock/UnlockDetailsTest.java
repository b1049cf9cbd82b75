package uk.nhs.access.unlock;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.withoutInstance;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.Management;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.Refusal;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.UnlockApi;

/** Details that only look like those of an account, and what they leave behind. */
@QuarkusTest
@TestProfile(Unhurried.class)
class UnlockDetailsTest {

    @BeforeEach
    void stop_the_clock_an_hour_later() {
        MovableClock.advance(Duration.ofHours(1));
        MovableClock.stopAt(MovableClock.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5));
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void it_does_not_matter_how_many_answers_of_a_round_are_right() {
        List<List<String>> rounds = List.of(
                List.of("wrong one", "wrong two", "wrong three"),
                List.of(QuestionApi.ANSWERS.get(0), "wrong two", "wrong three"),
                List.of(QuestionApi.ANSWERS.get(0), QuestionApi.ANSWERS.get(1), "wrong three"),
                List.of(QuestionApi.ANSWERS.get(1), QuestionApi.ANSWERS.get(0), QuestionApi.ANSWERS.get(2)),
                QuestionApi.ANSWERS.subList(0, 2),
                List.of(""),
                List.of("a", "a", "a"),
                List.of("x".repeat(4_000), "ответ", "答え"));

        assertThat(rounds.stream()
                        .map(answers -> withoutInstance(
                                UnlockApi.answer(start(LockedOut.somebody()).path("id"), answers)))
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "person, person.",
        "person, person+nhs",
        "person, реrsоn",
        "person, ｐerson",
        "example.org, xn--example.org",
        "example.org, examp1e.org",
        "example.org, example.org.",
        ".0@, 0@"
    })
    void an_address_that_only_looks_like_it_is_nobodys(String part, String other) {
        Person person = LockedOut.somebody();
        String address = person.address().replaceFirst(part.replace(".", "\\."), other);

        String unlock = start(new Details(address, LockedOut.digits(person))).path("id");

        Refusal.assertRefused(UnlockApi.answer(unlock, QuestionApi.ANSWERS), 422, "CID3305");
    }

    @ParameterizedTest
    @CsvSource({"１２３４", "123", "12345", "12a4", "''", "-123", "'1 23'", "١٢٣٤"})
    void what_is_not_four_digits_is_refused_whoever_it_is_said_of(String digits) {
        Person person = LockedOut.somebody();

        Response known = UnlockApi.start(person.address(), digits);
        Refusal.assertRefused(known, 400, "CID1001");
        assertThat(withoutInstance(UnlockApi.start("nobody@example.org", digits)))
                .isEqualTo(withoutInstance(known));
    }

    @ParameterizedTest
    @CsvSource({"nobody", "''", "'a\n@b'"})
    void what_can_be_no_address_is_refused(String address) {
        Refusal.assertRefused(UnlockApi.start(address, "1234"), 400, "CID1001");
    }

    @Test
    void refused_rounds_stand_in_the_history_of_the_account_that_they_were_meant_for_and_lock_nothing() {
        Person person = LockedOut.somebody();

        rounds(start(person), LockedOut.WRONG);

        assertThat(Rows.history(person)).containsExactly("UnlockRefused", "UnlockRefused", "UnlockRefused");
        assertThat(Rows.count("select count(*) from message where account_id = ?", person.account()))
                .isZero();
        assertThat(LockedOut.of(person).lock()).isEqualTo("FAILED_SIGN_INS");
    }

    @Test
    void starts_are_counted_by_whether_their_details_were_right_but_for_those_that_were_refused() {
        Person person = LockedOut.somebody();
        double right = started("RIGHT");
        double wrong = started("WRONG");

        start(person);
        start(new Details("nobody." + person.address(), LockedOut.digits(person)));
        IntStream.range(0, 4).forEach(i -> start(new Details(person.address(), LockedOut.wrongDigits(person))));
        Refusal.assertRefused(start(person), 429, "CID3307");
        Refusal.assertRefused(start(new Details(person.address(), LockedOut.wrongDigits(person))), 429, "CID3307");

        assertThat(started("RIGHT")).isEqualTo(right + 1);
        assertThat(started("WRONG")).isEqualTo(wrong + 5);
    }

    private static double started(String details) {
        return Management.metric("access_unlock_details_total", "details=\"" + details + '"');
    }

    private static List<String> rounds(Response started, List<String> answers) {
        return IntStream.range(0, 4)
                .mapToObj(round -> whole(UnlockApi.answer(started.path("id"), answers)))
                .toList();
    }

    private static Response start(Person person) {
        return start(details(person));
    }

    private static Details details(Person person) {
        return new Details(person.address(), LockedOut.digits(person));
    }

    private static Response start(Details details) {
        return UnlockApi.start(details.address(), details.digits());
    }

    private static List<String> headers(Response started) {
        return started.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("Content-Length"))
                .map(Header::toString)
                .map(header -> started.statusCode() == 201 ? header.replace(started.<String>path("id"), "id") : header)
                .toList();
    }

    private static String whole(Response refused) {
        return refused.statusCode() + refused.headers().asList().toString() + withoutInstance(refused);
    }
}
