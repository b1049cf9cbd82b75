package uk.nhs.access.phonechange;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.TestTokens;

/** Who may ask for a change: whoever signed in to an account of ours, with two steps, just now. */
@QuarkusTest
class AskForChangeCallerTest {

    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final Duration MAX_AGE = Duration.ofMinutes(15);
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final Person person = Person.fresh();

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void a_disabled_account_changes_nothing() {
        Person disabled = Person.with().disabled().open();

        assertRefused(refused(disabled, disabled.token()), 403, "CID2012");
    }

    @Test
    void somebody_unknown_has_no_account() {
        assertRefused(refused(person, TestTokens.person("nobody-" + person.subject())), 403, "CID1011");
    }

    @Test
    void a_token_has_to_have_the_scope() {
        Response none = refused(person, TestTokens.of(person.subject()).twoSteps(MovableClock.now()));
        Response others =
                refused(person, person.token().scope("openid", "phone", "Phone-Changes", "phone-changes:read"));

        assertRefused(none, 403, "CID1009");
        assertRefused(others, 403, "CID1009");
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer error=\"insufficient_scope\"");
    }

    @Test
    void one_step_is_not_enough() {
        assertStepUpNeeded(refused(person, person.token().oneStep(MovableClock.now())));
        assertStepUpNeeded(refused(person, person.token().without("amr")));
        assertStepUpNeeded(refused(person, person.token().without("auth_time")));
    }

    @Test
    void two_steps_count_until_exactly_15_minutes_after_them() {
        Instant signedIn = MovableClock.now().truncatedTo(ChronoUnit.SECONDS).minus(MAX_AGE.minusSeconds(20));
        TestTokens token = person.token().twoSteps(signedIn);

        MovableClock.stopAt(signedIn.plus(MAX_AGE));
        assertThat(ask(token).statusCode()).isEqualTo(201);

        MovableClock.stopAt(signedIn.plus(MAX_AGE).plus(TICK));
        assertStepUpNeeded(refused(person, token));
    }

    @Test
    void two_steps_may_be_ahead_by_exactly_what_clocks_may_be_off() {
        Instant signedIn = MovableClock.now().truncatedTo(ChronoUnit.SECONDS).plus(SKEW.plusSeconds(20));
        TestTokens token = person.token().twoSteps(signedIn);

        MovableClock.stopAt(signedIn.minus(SKEW).minus(TICK));
        assertStepUpNeeded(refused(person, token));

        MovableClock.stopAt(signedIn.minus(SKEW));
        assertThat(ask(token).statusCode()).isEqualTo(201);
    }

    static Stream<Object> absurd() {
        BigInteger wrapped =
                BigInteger.TWO.pow(64).add(BigInteger.valueOf(MovableClock.now().getEpochSecond()));
        return Stream.of(
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                -1,
                0,
                wrapped,
                BigInteger.TEN.pow(400),
                new BigDecimal("1e300"),
                1.5,
                "yesterday",
                "",
                "9".repeat(400),
                true,
                List.of(1),
                Map.of("at", 1),
                Long.MAX_VALUE / 1_000);
    }

    @ParameterizedTest
    @MethodSource("absurd")
    void an_absurd_time_of_signing_in_counts_as_none(Object authTime) {
        assertStepUpNeeded(refused(person, person.token().claim("auth_time", authTime)));
    }

    @Test
    void only_asking_needs_to_be_that_fresh() {
        String old = person.token()
                .twoSteps(MovableClock.now().minus(Duration.ofDays(1)))
                .mint();
        String change = ask(person.token()).path("id");

        assertThat(PhoneChangeApi.list(old).statusCode()).isEqualTo(200);
        assertThat(PhoneChangeApi.read(old, change).statusCode()).isEqualTo(200);
        assertThat(PhoneChangeApi.cancel(old, change).statusCode()).isEqualTo(204);
    }

    private static void assertStepUpNeeded(Response answer) {
        assertRefused(answer, 403, "CID1010");
        assertThat(answer.<Integer>path("maxAge")).isEqualTo(900);
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_user_authentication\", max_age=\"900\"");
    }

    private static Response refused(Person person, TestTokens token) {
        String number = Person.freshNumber();
        Silence silence = Silence.of(person, number);
        Response answer = PhoneChangeApi.ask(token.mint(), number);
        silence.isKept();
        return answer;
    }

    private static Response ask(TestTokens token) {
        return PhoneChangeApi.ask(token.mint(), Person.freshNumber());
    }
}
