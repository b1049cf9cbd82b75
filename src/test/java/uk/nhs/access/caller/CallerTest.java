package uk.nhs.access.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.nhs.access.problem.Cid.STEP_UP_NEEDED;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.account.Subject;
import uk.nhs.access.problem.Problem;

class CallerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration MAX_AGE = Duration.ofMinutes(15);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Duration TICK = Duration.ofNanos(1_000);

    @Test
    void two_steps_count_up_to_exactly_a_quarter_of_an_hour() {
        assertAllowed(NOW);
        assertAllowed(NOW.minus(MAX_AGE).plus(TICK));
        assertAllowed(NOW.minus(MAX_AGE));
        assertRefused(NOW.minus(MAX_AGE).minus(TICK));
        assertRefused(Instant.EPOCH);
    }

    @Test
    void an_issuers_clock_may_be_ahead_by_the_skew_and_no_more() {
        assertAllowed(NOW.plus(SKEW));
        assertRefused(NOW.plus(SKEW).plus(TICK));
        assertRefused(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void whoever_signed_in_with_one_step_is_refused() {
        assertRefused(null);
    }

    @Test
    void the_history_knows_the_person_by_the_subject_of_the_token() {
        Actor actor = caller(NOW).asActor();
        assertThat(actor).isEqualTo(new Actor(Actor.Kind.PERSON, "sam", null, "192.0.2.1"));
    }

    @Test
    void the_history_knows_a_service_by_the_subject_of_its_token() {
        assertThat(caller(null).asService()).isEqualTo(new Actor(Actor.Kind.SERVICE, "sam", null, "192.0.2.1"));
    }

    @Test
    void the_history_knows_an_administrator_by_the_organisation_as_well() {
        assertThat(caller(NOW).asAdministrator(new OdsCode("X1A")))
                .isEqualTo(new Actor(Actor.Kind.ADMINISTRATOR, "sam", new OdsCode("X1A"), "192.0.2.1"));
    }

    @Test
    void the_history_knows_whoever_has_no_token_by_the_address_alone() {
        assertThat(Actor.withLink("192.0.2.1")).isEqualTo(new Actor(Actor.Kind.CANCEL_LINK, null, null, "192.0.2.1"));
        assertThat(Actor.notSignedIn("192.0.2.1"))
                .isEqualTo(new Actor(Actor.Kind.NOT_SIGNED_IN, null, null, "192.0.2.1"));
    }

    private static void assertAllowed(Instant twoStepsAt) {
        assertThatNoException().isThrownBy(() -> caller(twoStepsAt).requireTwoSteps(NOW, MAX_AGE, SKEW));
    }

    private static void assertRefused(@Nullable Instant twoStepsAt) {
        Problem refused =
                catchThrowableOfType(Problem.class, () -> caller(twoStepsAt).requireTwoSteps(NOW, MAX_AGE, SKEW));
        assertThat(refused.cid()).isEqualTo(STEP_UP_NEEDED);
        assertThat(refused.facts()).isEqualTo(Map.of("maxAge", 900L));
    }

    private static Caller caller(@Nullable Instant twoStepsAt) {
        return new Caller(new Subject("https://login.example", "sam"), twoStepsAt, "192.0.2.1");
    }
}
