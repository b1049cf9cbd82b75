package uk.nhs.access.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.LostPhone;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Story;

/** Help page «Mobile phone number»: if you lose access to your mobile phone number. */
@QuarkusTest
class LostPhoneJourneyTest {

    private static final String BY_RECOVERY = "could not use your current phone";

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void somebody_who_remembers_the_number_gets_a_new_one() {
        LostPhone story = LostPhone.ofSomebody()
                .provesThePreviousNumber()
                .asks()
                .entersTheCode()
                .reaches("HELD");

        assertThat(story.mailbox().awaitText(1)).contains(BY_RECOVERY, "/dev/cancel#token=");
        assertThat(story.oldPhone().awaitText(1)).contains("could not use this phone", lastThree(story.newNumber));
        assertThat(numberOnFile(story)).isEqualTo(story.person.mobile());

        MovableClock.advance(Duration.ofHours(24));
        story.reaches("APPLIED");
        assertThat(numberOnFile(story)).isEqualTo("+44" + story.newNumber.substring(1));
        assertThat(story.mailbox().await(2).get("subject")).contains("changed");
        assertThat(story.oldPhone().awaitText(2)).contains("now go to");
        assertThat(story.newPhone().awaitText(2)).contains("now go to");
        assertThat(Rows.history(story.person))
                .containsExactly(
                        "RecoveryOpened",
                        "RecoveryProved",
                        "PhoneChangeAsked",
                        "PhoneChangeConfirmed",
                        "PhoneChangeHeld",
                        "PhoneChangeApplied");
    }

    @Test
    void somebody_who_does_not_remember_it_has_a_code_emailed_and_gets_a_new_one() {
        LostPhone story = LostPhone.of(Person.with().addresses(2).open());
        story.provesTheEmailedCode().asks().entersTheCode().reaches("HELD");

        assertThat(story.mailbox().awaitText(2)).contains(BY_RECOVERY);
        assertThat(Inbox.of(story.person.addresses().get(1)).awaitText(1)).contains(BY_RECOVERY);
        assertThat(story.oldPhone().awaitText(1)).contains("could not use this phone", lastThree(story.newNumber));

        MovableClock.advance(Duration.ofHours(24));
        story.reaches("APPLIED");
        assertThat(numberOnFile(story)).isEqualTo("+44" + story.newNumber.substring(1));
    }

    @Test
    void the_owner_stops_by_the_link_what_somebody_else_began_with_their_password() {
        LostPhone thief = LostPhone.ofSomebody()
                .provesThePreviousNumber()
                .asks()
                .entersTheCode()
                .reaches("HELD");
        String link = thief.mailbox().awaitCancelToken(1);

        assertThat(PhoneChangeApi.redeem(link).statusCode()).isEqualTo(200);

        assertThat(thief.mailbox().await(2).get("subject")).contains("cancelled");
        assertThat(thief.oldPhone().awaitText(2)).contains("cancelled");
        assertThat(thief.newPhone().messages()).hasSize(1);
        MovableClock.advance(Duration.ofHours(25));
        assertThat(thief.state()).isEqualTo("CANCELLED");
        assertThat(numberOnFile(thief)).isEqualTo(thief.person.mobile());
        assertRefused(PhoneChangeApi.redeem(link), 410, "CID3003");
    }

    @Test
    void the_owner_signed_in_sees_where_it_came_from_and_stops_it() {
        LostPhone thief = LostPhone.ofSomebody()
                .provesThePreviousNumber()
                .asks()
                .entersTheCode()
                .reaches("HELD");
        String owner = thief.person.token().mint();

        assertThat(PhoneChangeApi.read(owner, thief.change()).<String>path("origin"))
                .isEqualTo("RECOVERY");
        assertThat(PhoneChangeApi.cancel(owner, thief.change()).statusCode()).isEqualTo(204);

        assertThat(thief.state()).isEqualTo("CANCELLED");
        assertRefused(PhoneChangeApi.redeem(thief.mailbox().awaitCancelToken(1)), 410, "CID3003");
    }

    @Test
    void a_change_by_somebody_who_was_signed_in_is_not_said_to_come_from_a_recovery() {
        Story story = Story.ofSomebody().isHeld();

        assertThat(story.mailbox().awaitText(1)).doesNotContain(BY_RECOVERY);
        assertThat(story.oldPhone().awaitText(1)).doesNotContain("could not use");
    }

    @Test
    void the_code_to_the_new_phone_can_be_sent_again() {
        LostPhone story = LostPhone.ofSomebody().provesThePreviousNumber().asks();
        String code = story.newPhone().awaitCode(1);
        MovableClock.advance(Duration.ofMinutes(1));

        assertThat(PhoneChangeApi.resend(story.token(), story.change()).statusCode())
                .isEqualTo(200);

        assertThat(story.newPhone().awaitCode(2)).isEqualTo(code);
    }

    @Test
    void an_account_without_a_mobile_gets_one_by_the_emailed_code() {
        LostPhone story = LostPhone.of(Person.with().noMobile().open());
        story.provesTheEmailedCode().asks().entersTheCode().reaches("HELD");
        assertThat(story.mailbox().awaitText(2)).contains(BY_RECOVERY);

        MovableClock.advance(Duration.ofHours(24));
        story.reaches("APPLIED");
        assertThat(numberOnFile(story)).isEqualTo("+44" + story.newNumber.substring(1));
    }

    private static String numberOnFile(LostPhone story) {
        return Rows.text("select mobile from account where id = ?", story.person.account());
    }

    private static String lastThree(String number) {
        return number.substring(number.length() - 3);
    }
}
