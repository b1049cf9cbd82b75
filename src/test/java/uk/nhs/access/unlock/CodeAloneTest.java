package uk.nhs.access.unlock;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;
import static uk.nhs.access.support.Refusal.withoutInstance;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.UnlockApi;

/** Unlocking by a code alone, where questions are switched off. */
@QuarkusTest
@TestProfile(CodeAlone.class)
class CodeAloneTest {

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
    void no_question_is_asked_and_the_code_opens_the_choice() {
        Person person = LockedOut.lockedBySignIns().open();
        Response started = UnlockApi.start(person.address(), LockedOut.digits(person));
        String unlock = started.path("id");

        assertThat(started.<Map<String, Object>>path("$")).containsOnlyKeys("id", "state", "expiresAt");
        assertRefused(UnlockApi.answer(unlock, QuestionApi.ANSWERS), 409, "CID3304");
        UnlockApi.code(unlock);
        String code = Inbox.of(person.mobile()).awaitCode(1);

        assertThat(UnlockApi.checkCode(unlock, code).statusCode()).isEqualTo(200);
        assertThat(UnlockApi.complete(unlock, "KEEP_PASSWORD").statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_is_not_recognised_is_answered_the_same_and_sent_nothing() {
        Person person = LockedOut.somebody();
        Person disabled = LockedOut.lockedBySignIns().disabled().open();

        List<String> real = steps(person.address(), LockedOut.digits(person));

        assertThat(steps(disabled.address(), LockedOut.digits(disabled))).isEqualTo(real);
        assertThat(steps(LockedOut.somebody().address(), "0000")).isEqualTo(real);
        assertThat(steps("nobody@example.org", "1234")).isEqualTo(real);
        Inbox.of(person.mobile()).await(1);
        assertThat(Inbox.of(disabled.mobile()).messages()).isEmpty();
    }

    private static List<String> steps(String address, String digits) {
        Response started = UnlockApi.start(address, digits);
        String unlock = started.path("id");
        Response wanted = UnlockApi.code(unlock);
        return Stream.of(
                        started.asString().replace(unlock, ""),
                        wanted.statusCode() + wanted.asString().replace(unlock, "") + wanted.headers(),
                        withoutInstance(UnlockApi.code(unlock)),
                        withoutInstance(UnlockApi.checkCode(unlock, "12345678")),
                        withoutInstance(UnlockApi.checkCode(unlock, "12345678")),
                        withoutInstance(UnlockApi.checkCode(unlock, "12345678")),
                        withoutInstance(UnlockApi.checkCode(unlock, "12345678")))
                .toList();
    }
}
