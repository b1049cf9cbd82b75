package uk.nhs.access.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.LostPhone;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.RecoveryApi;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.Story;
import uk.nhs.access.support.TestTokens;

/** Who gets back in by a recovery, and that it opens nothing else. */
@QuarkusTest
class RecoveryCallerTest {

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
    void whoever_signed_in_with_two_steps_has_no_use_for_it() {
        assertRefused(start(token().twoSteps(MovableClock.now())), 403, "CID1009");
        assertRefused(start(token().claim("vot", "P9.Cp.Cd")), 403, "CID1009");
        assertRefused(start(token().claim("vot", List.of("P0.Cp", "P0.Cp.Ck"))), 403, "CID1009");
    }

    @Test
    void without_the_password_there_is_no_recovery() {
        assertRefused(start(token().without("amr")), 403, "CID1009");
        assertRefused(start(token().claim("amr", List.of("sms"))), 403, "CID1009");
        assertRefused(start(token().without("amr").claim("vot", "P9.Cd")), 403, "CID1009");
        assertRefused(start(token().without("amr").claim("vot", "P9.cp")), 403, "CID1009");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cp", "P0.Cp", "P9.Cp"})
    void the_password_may_be_told_by_a_vector_of_trust_as_well(String vector) {
        assertThat(start(token().without("amr").claim("vot", vector)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void each_step_asks_again_how_its_caller_signed_in() {
        LostPhone story = LostPhone.of(person);
        String twoSteps = token().twoSteps(MovableClock.now()).mint();

        assertRefused(RecoveryApi.previousNumber(twoSteps, story.recovery(), person.mobile()), 403, "CID1009");
        assertRefused(RecoveryApi.emailCode(twoSteps, story.recovery()), 403, "CID1009");
        assertRefused(RecoveryApi.check(twoSteps, story.recovery(), "123456"), 403, "CID1009");
        story.provesThePreviousNumber();
        assertRefused(RecoveryApi.ask(twoSteps, story.newNumber, story.recovery()), 403, "CID1009");
    }

    @Test
    void each_step_of_the_change_asks_again_too() {
        LostPhone story = LostPhone.of(person).provesThePreviousNumber().asks();
        String code = story.newPhone().awaitCode(1);
        String twoSteps = token().twoSteps(MovableClock.now()).mint();
        String noPassword = token().without("amr").mint();
        Silence silence = Silence.of(person, story.newNumber);
        MovableClock.advance(Duration.ofMinutes(1));

        for (String token : List.of(twoSteps, noPassword)) {
            for (String change : List.of(story.change(), UUID.randomUUID().toString())) {
                assertRefused(PhoneChangeApi.read(token, change), 403, "CID1009");
                assertRefused(PhoneChangeApi.resend(token, change), 403, "CID1009");
                assertRefused(PhoneChangeApi.confirm(token, change, code), 403, "CID1009");
            }
        }

        silence.isKept();
        story.entersTheCode();
    }

    @Test
    void somebody_unknown_and_a_disabled_account_are_refused() {
        assertRefused(start(TestTokens.lostPhone("nobody-" + person.subject())), 403, "CID1011");
        assertRefused(start(TestTokens.lostPhone(Person.with().disabled().open().subject())), 403, "CID2012");
    }

    @Test
    void a_signed_in_person_cannot_use_a_recovery_which_stays_good() {
        LostPhone story = LostPhone.of(person).provesThePreviousNumber();
        String signedIn = person.token().mint();
        Silence silence = Silence.of(person, story.newNumber);

        assertRefused(RecoveryApi.ask(signedIn, story.newNumber, story.recovery()), 403, "CID1009");
        assertRefused(RecoveryApi.start(signedIn), 403, "CID1009");
        assertRefused(RecoveryApi.emailCode(signedIn, story.recovery()), 403, "CID1009");

        silence.isKept();
        story.asks();
    }

    @Test
    void one_step_and_a_proved_recovery_do_not_make_up_for_the_scope() {
        LostPhone story = LostPhone.of(person).provesThePreviousNumber();
        String oneStep = person.token().oneStep(MovableClock.now()).mint();

        assertRefused(RecoveryApi.ask(oneStep, story.newNumber, story.recovery()), 403, "CID1010");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recoveries",
                "recoveries account phone-changes verification-codes",
                "account phone-changes verification-codes recoveries"
            })
    void the_token_opens_nothing_else_whatever_it_lists(String scopes) {
        String token = token().scope(scopes).mint();
        Story held = Story.of(person).isHeld();
        Silence silence = Silence.of(person, held.newNumber);

        assertRefused(PhoneChangeApi.list(token), 403, "CID1009");
        assertRefused(PhoneChangeApi.cancel(token, held.change()), 403, "CID1009");
        assertRefused(PhoneChangeApi.with(token).get("/v1/account"), 403, "CID1009");
        assertRefused(
                PhoneChangeApi.with(token)
                        .body(Map.of("account", person.account().toString(), "purpose", "SIGN_IN"))
                        .post("/v1/verification-codes"),
                403,
                "CID1009");

        silence.isKept();
    }

    @Test
    void two_steps_and_further_scopes_gain_nothing_beside_it() {
        String token = person.token().scope("phone-changes", "recoveries").mint();

        assertRefused(PhoneChangeApi.ask(token, Person.freshNumber()), 403, "CID1009");
        assertRefused(PhoneChangeApi.list(token), 403, "CID1009");
        assertRefused(RecoveryApi.start(token), 403, "CID1009");
    }

    @Test
    void a_change_that_was_asked_for_signed_in_does_not_exist_for_whoever_lost_the_phone() {
        Story story = Story.of(person).asks();
        String token = LostPhone.of(person).token();
        String code = story.code();
        Silence silence = Silence.of(person, story.newNumber);

        assertRefused(PhoneChangeApi.read(token, story.change()), 404, "CID3012");
        assertRefused(PhoneChangeApi.confirm(token, story.change(), code), 404, "CID3012");
        assertRefused(PhoneChangeApi.resend(token, story.change()), 404, "CID3012");

        silence.isKept();
    }

    private TestTokens token() {
        return TestTokens.lostPhone(person.subject());
    }

    private static Response start(TestTokens token) {
        return RecoveryApi.start(token.mint());
    }
}
