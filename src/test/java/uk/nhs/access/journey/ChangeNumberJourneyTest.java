package uk.nhs.access.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Story;

/** Help page «Mobile phone number»: how to change it, and how to stop a change. */
@QuarkusTest
class ChangeNumberJourneyTest {

    private static final Duration TICK = Duration.ofNanos(1_000);

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void somebody_changes_their_number_and_everybody_concerned_is_told() {
        Story story = Story.of(Person.with().addresses(3).open()).isHeld();

        assertThat(story.oldPhone().awaitText(1)).contains("ending " + lastThree(story.newNumber));
        for (String address : story.person.addresses()) {
            assertThat(Inbox.of(address).await(1).get("link")).contains("/dev/cancel#token=");
        }
        assertThat(story.numberOnFile()).isEqualTo(story.person.mobile());

        MovableClock.advance(Duration.ofHours(24));
        story.reaches("APPLIED");

        assertThat(story.numberOnFile()).isEqualTo("+44" + story.newNumber.substring(1));
        for (String address : story.person.addresses()) {
            assertThat(Inbox.of(address).await(2).get("subject")).contains("changed");
        }
        assertThat(story.oldPhone().awaitText(2)).contains("now go to");
        assertThat(story.newPhone().awaitText(2)).contains("now go to");
        assertThat(Rows.history(story.person))
                .containsExactly("PhoneChangeAsked", "PhoneChangeConfirmed", "PhoneChangeHeld", "PhoneChangeApplied");
    }

    @Test
    void the_owner_stops_a_change_by_the_link() {
        Story story = Story.ofSomebody().isHeld();

        assertThat(PhoneChangeApi.lookUp(story.cancelToken()).<String>path("state"))
                .isEqualTo("HELD");
        assertThat(PhoneChangeApi.redeem(story.cancelToken()).statusCode()).isEqualTo(200);

        assertThat(story.state()).isEqualTo("CANCELLED");
        assertThat(story.mailbox().await(2).get("subject")).contains("cancelled");
        assertThat(story.oldPhone().awaitText(2)).contains("cancelled");
        assertThat(story.newPhone().messages()).hasSize(1);
        MovableClock.advance(Duration.ofHours(25));
        assertThat(story.numberOnFile()).isEqualTo(story.person.mobile());
        assertThat(PhoneChangeApi.redeem(story.cancelToken()).<String>path("cid"))
                .isEqualTo("CID3003");
        assertThat(PhoneChangeApi.lookUp(story.cancelToken()).<String>path("cid"))
                .isEqualTo("CID3003");
    }

    @Test
    void the_owner_stops_a_change_while_signed_in_and_the_link_then_counts_as_used() {
        Story story = Story.ofSomebody().isHeld();

        assertThat(PhoneChangeApi.cancel(story.token(), story.change()).statusCode())
                .isEqualTo(204);
        assertThat(PhoneChangeApi.cancel(story.token(), story.change()).statusCode())
                .isEqualTo(204);

        assertThat(story.state()).isEqualTo("CANCELLED");
        assertThat(PhoneChangeApi.redeem(story.cancelToken()).<String>path("cid"))
                .isEqualTo("CID3003");
        assertThat(Rows.history(story.person)).containsOnlyOnce("PhoneChangeCancelled");
    }

    @Test
    void until_the_last_tick_of_the_hold_the_link_cancels() {
        Story story = Story.ofSomebody().isHeld();
        String link = story.cancelToken();

        MovableClock.stopAt(story.appliesAt().minus(TICK));

        assertThat(PhoneChangeApi.redeem(link).statusCode()).isEqualTo(200);
    }

    @Test
    void from_the_end_of_the_hold_on_the_link_is_expired_and_the_change_is_applied() {
        Story story = Story.ofSomebody().isHeld();
        String link = story.cancelToken();
        Instant end = story.appliesAt();

        MovableClock.stopAt(end);

        assertThat(PhoneChangeApi.redeem(link).<String>path("cid")).isEqualTo("CID3002");
        story.reaches("APPLIED");
        assertThat(PhoneChangeApi.lookUp(link).<String>path("cid")).isEqualTo("CID3002");
    }

    @Test
    void the_hold_lasts_86400_seconds_from_when_the_mail_was_accepted() {
        Story story = Story.ofSomebody().isHeld();

        Instant accepted = Instant.parse(Rows.text(
                        "select max(settled_at) from message where about_id = ?::uuid and channel = 'EMAIL'",
                        story.change())
                .replace(' ', 'T')
                .replaceFirst("\\+00$", "Z"));
        assertThat(story.appliesAt()).isEqualTo(accepted.plusSeconds(86_400));
    }

    @Test
    void asking_again_replaces_the_change_before_whose_code_and_link_die() {
        Story first = Story.ofSomebody().isHeld();
        MovableClock.advance(Duration.ofMinutes(2));

        Story second = Story.of(first.person).asks();

        assertThat(first.state()).isEqualTo("SUPERSEDED");
        assertThat(PhoneChangeApi.redeem(first.cancelToken()).<String>path("cid"))
                .isEqualTo("CID3013");
        assertThat(PhoneChangeApi.confirm(first.token(), first.change(), first.code())
                        .<String>path("cid"))
                .isEqualTo("CID3013");
        second.entersTheCode().isTold();
    }

    @Test
    void once_a_change_is_over_nothing_of_it_is_left_that_could_be_read() {
        Story story = Story.ofSomebody().asks();
        story.code();
        MovableClock.advance(Duration.ofMinutes(10));
        story.reaches("EXPIRED");

        assertThat(Rows.count(
                        "select count(*) from verification_code where account_id = ? and sealed is not null",
                        story.person.account()))
                .isZero();
        assertThat(Rows.count(
                        "select count(*) from message where account_id = ? and sealed is not null",
                        story.person.account()))
                .isZero();
    }

    @Test
    void whoever_uses_the_link_in_vain_leaves_a_trace() {
        Story story = Story.ofSomebody().isHeld();
        PhoneChangeApi.redeem(story.cancelToken());

        PhoneChangeApi.redeem(story.cancelToken());

        assertThat(Rows.history(story.person)).endsWith("PhoneChangeCancelled", "CancelLinkRefused");
    }

    @Test
    void a_change_whose_hold_has_ended_is_carried_out_before_another_takes_its_place() {
        Story first = Story.ofSomebody().isHeld();
        MovableClock.stopAt(first.appliesAt());

        Story.of(first.person).asks();

        assertThat(first.state()).isEqualTo("APPLIED");
    }

    @Test
    void an_account_without_a_mobile_gets_its_first_one() {
        Story story = Story.of(Person.with().noMobile().open()).isHeld();

        MovableClock.advance(Duration.ofHours(24));
        story.reaches("APPLIED");

        assertThat(story.numberOnFile()).isEqualTo("+44" + story.newNumber.substring(1));
    }

    private static String lastThree(String number) {
        return number.substring(number.length() - 3);
    }
}
