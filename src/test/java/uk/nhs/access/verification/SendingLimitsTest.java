package uk.nhs.access.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.LostPhone;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.VerificationCodeApi;

/** How many codes services can have sent to one account, and to one destination. */
@QuarkusTest
class SendingLimitsTest {

    @Test
    void five_codes_in_ten_minutes_are_all_that_an_account_gets_whatever_they_are_for() {
        Person person = Person.fresh();
        for (int i = 0; i < 5; i++) {
            assertThat(VerificationCodeApi.issue(person, i % 2 == 0 ? "SIGN_IN" : "CONFIRM_ACTION")
                            .statusCode())
                    .isEqualTo(201);
            MovableClock.advance(Duration.ofMinutes(1));
        }
        assertRefused(VerificationCodeApi.issue(person, "SIGN_IN"), 429, "CID3105");
        assertRefused(VerificationCodeApi.issue(person, "CONFIRM_ACTION", "EMAIL"), 429, "CID3105");
        assertThat(CodeStory.messages(person)).isEqualTo(5);
    }

    @Test
    void a_code_for_another_purpose_and_destination_need_not_wait_a_minute() {
        Person person = Person.fresh();
        CodeStory.signIn(person);
        assertRefused(VerificationCodeApi.issue(person, "CONFIRM_ACTION"), 429, "CID3105");
        CodeStory.confirmActionByEmail(person);

        assertRefused(VerificationCodeApi.issue(person, "SIGN_IN"), 429, "CID3105");
        assertRefused(VerificationCodeApi.issue(person, "CONFIRM_ACTION", "EMAIL"), 429, "CID3105");
        assertThat(CodeStory.messages(person)).isEqualTo(2);
    }

    @Test
    void whatever_they_are_for_five_at_once_are_too_many() {
        Person person = Person.fresh();
        for (int round = 0; round < 2; round++) {
            CodeStory.signIn(person);
            CodeStory.confirmActionByEmail(person);
            MovableClock.advance(Duration.ofMinutes(1));
        }
        assertThat(LostPhone.of(person).hasACodeEmailed().asString()).contains("attemptsLeft");

        assertRefused(VerificationCodeApi.issue(person, "SIGN_IN"), 429, "CID3105");
        assertThat(CodeStory.messages(person)).isEqualTo(5);
    }

    @Test
    void two_accounts_with_one_number_share_its_limit() {
        Person one = Person.fresh();
        Person other = Person.with().mobile(one.mobile()).open();
        CodeStory.signIn(one);
        assertRefused(VerificationCodeApi.issue(other, "SIGN_IN"), 429, "CID3105");
        assertThat(CodeStory.messages(other)).isZero();
    }

    @Test
    void a_service_asks_for_many_people_from_one_address() {
        for (int i = 0; i < 31; i++) {
            CodeStory.signIn();
        }
    }
}
