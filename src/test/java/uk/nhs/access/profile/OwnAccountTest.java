package uk.nhs.access.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.Story;
import uk.nhs.access.support.TestTokens;

@QuarkusTest
class OwnAccountTest {

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void its_owner_sees_where_codes_and_messages_go_and_no_more_of_either_than_the_mask_shows() {
        Person person = Person.with().addresses(2).open();

        Response answer = read(person.token());

        assertThat(answer.<Map<String, Object>>path("$"))
                .containsOnlyKeys("mobileNumber", "emailAddresses", "securityQuestionsSet");
        String mobile = person.mobile();
        assertThat(answer.<String>path("mobileNumber")).isEqualTo("•••• •••" + mobile.substring(mobile.length() - 3));
        assertThat(answer.jsonPath().getList("emailAddresses")).containsExactly("p•••@example.org", "p•••@example.org");
        assertThat(answer.asString()).doesNotContain(mobile.substring(3)).doesNotContain("person");
    }

    @Test
    void an_account_without_a_mobile_shows_none() {
        Response answer = read(Person.with().noMobile().open().token());

        assertThat(answer.<Map<String, Object>>path("$")).containsOnlyKeys("emailAddresses", "securityQuestionsSet");
    }

    @Test
    void a_change_that_waits_is_shown_as_it_is_shown_by_itself() {
        Story story = Story.ofSomebody().asks();
        assertShowsTheChange(story);

        story.entersTheCode().isTold();
        assertShowsTheChange(story);
    }

    @Test
    void a_change_that_is_over_is_not_shown() {
        Story cancelled = Story.ofSomebody().isHeld();
        PhoneChangeApi.cancel(cancelled.token(), cancelled.change());
        assertThat(read(cancelled.person.token()).<Object>path("waitingChange")).isNull();

        Story applied = Story.ofSomebody().isHeld();
        MovableClock.advance(Duration.ofHours(24));
        applied.reaches("APPLIED");
        Response answer = read(applied.person.token());
        assertThat(answer.<Object>path("waitingChange")).isNull();
        assertThat(answer.<String>path("mobileNumber"))
                .isEqualTo("•••• •••" + applied.newNumber.substring(applied.newNumber.length() - 3));
    }

    @Test
    void another_persons_change_is_not_shown() {
        Story.ofSomebody().asks();

        assertThat(read(Person.fresh().token()).<Object>path("waitingChange")).isNull();
    }

    @Test
    void signing_in_long_ago_or_with_one_step_is_enough_and_a_disabled_account_can_be_read() {
        Person person = Person.with().disabled().open();

        assertThat(read(person.token().oneStep(MovableClock.now().minus(Duration.ofDays(1))))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoever_has_lost_the_phone_is_shown_nothing_and_neither_is_a_service_or_somebody_unknown() {
        Person person = Person.fresh();

        assertRefused(read(TestTokens.lostPhone(person.subject())), 403, "CID1009");
        assertRefused(read(TestTokens.lostPhone(person.subject()).scope("account", "recoveries")), 403, "CID1009");
        assertRefused(read(TestTokens.service(person.subject())), 403, "CID1009");
        assertRefused(read(TestTokens.person("nobody-" + person.subject())), 403, "CID1011");
        assertRefused(PhoneChangeApi.anybody().get("/v1/account"), 401, "CID1008");
    }

    @Test
    void reading_leaves_everything_as_it_was() {
        Story story = Story.ofSomebody().isHeld();
        Silence silence = Silence.of(story.person, story.newNumber);

        read(story.person.token());

        silence.isKept();
    }

    private static void assertShowsTheChange(Story story) {
        Map<String, Object> byItself =
                PhoneChangeApi.read(story.token(), story.change()).path("$");
        assertThat(read(story.person.token()).<Map<String, Object>>path("waitingChange"))
                .isEqualTo(byItself);
    }

    private static Response read(TestTokens token) {
        return PhoneChangeApi.with(token.mint()).get("/v1/account");
    }
}
