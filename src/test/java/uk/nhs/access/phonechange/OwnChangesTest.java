package uk.nhs.access.phonechange;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;
import static uk.nhs.access.support.Refusal.withoutInstance;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.Story;

/** What somebody sees and stops: their own changes, and nobody else's. */
@QuarkusTest
class OwnChangesTest {

    private final String stranger = Person.fresh().token().mint();

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @Test
    void the_newest_change_is_listed_first() {
        Story first = Story.ofSomebody().asks();
        MovableClock.advance(Duration.ofMinutes(2));
        Story second = Story.of(first.person).asks();
        MovableClock.advance(Duration.ofMinutes(2));
        Story third = Story.of(first.person).asks();

        Response list = PhoneChangeApi.list(first.token());

        assertThat(list.<List<String>>path("items.id"))
                .containsExactly(third.change(), second.change(), first.change());
        assertThat(list.<List<String>>path("items.state")).containsExactly("AWAITING_CODE", "SUPERSEDED", "SUPERSEDED");
    }

    @Test
    void only_ones_own_changes_are_listed() {
        Story story = Story.ofSomebody().asks();

        assertThat(PhoneChangeApi.list(story.token()).<List<String>>path("items.id"))
                .containsExactly(story.change());
        assertThat(PhoneChangeApi.list(stranger).<List<String>>path("items")).isEmpty();
    }

    @Test
    void no_number_is_shown_in_full() {
        Story story = Story.ofSomebody().asks();

        assertThat(PhoneChangeApi.list(story.token()).asString())
                .doesNotContain(story.newNumber.substring(1, 8))
                .doesNotContain(story.person.mobile().substring(3, 10));
    }

    @Test
    void another_persons_change_reads_like_one_that_never_was() {
        assertUnknown(id -> PhoneChangeApi.read(stranger, id));
    }

    @Test
    void another_persons_change_is_stopped_like_one_that_never_was() {
        assertUnknown(id -> PhoneChangeApi.cancel(stranger, id));
    }

    private static void assertUnknown(Function<String, Response> call) {
        Story story = Story.ofSomebody().isHeld();
        Silence silence = Silence.of(story.person, story.newNumber);

        Response others = call.apply(story.change());

        assertRefused(others, 404, "CID3012");
        List<String> neverWas = List.of(
                UUID.randomUUID().toString(),
                story.change().toUpperCase(),
                "0",
                "-",
                "1-1-1-1-1",
                "null",
                "*",
                "%",
                "' or 1=1 --",
                "\u0000",
                "a".repeat(1_000),
                "\u0661");
        for (String id : neverWas) {
            Response answer = call.apply(id);
            assertThat(answer.statusCode()).as(id).isEqualTo(404);
            assertThat(withoutInstance(answer)).as(id).isEqualTo(withoutInstance(others));
            assertThat(answer.headers().asList())
                    .as(id)
                    .hasToString(others.headers().asList().toString());
        }
        silence.isKept();
    }

    @Test
    void a_change_that_waits_for_its_code_can_be_stopped() {
        Story story = Story.ofSomebody().asks();
        String code = story.code();

        assertStopped(story);

        assertRefused(PhoneChangeApi.confirm(story.token(), story.change(), code), 409, "CID3015");
        assertRefused(PhoneChangeApi.resend(story.token(), story.change()), 409, "CID3015");
    }

    @Test
    void a_change_on_hold_can_be_stopped() {
        assertStopped(Story.ofSomebody().isHeld());
    }

    @Test
    void a_change_that_is_over_cannot_be_stopped() {
        Story superseded = Story.ofSomebody().asks();
        MovableClock.advance(Duration.ofMinutes(2));
        Story expired = Story.of(superseded.person).asks();
        MovableClock.advance(Duration.ofMinutes(10));
        expired.reaches("EXPIRED");
        Story applied = Story.of(superseded.person).isHeld();
        MovableClock.advance(Duration.ofHours(24));
        applied.reaches("APPLIED");
        Silence silence = Silence.of(superseded.person);

        assertRefused(PhoneChangeApi.cancel(superseded.token(), superseded.change()), 410, "CID3013");
        assertRefused(PhoneChangeApi.cancel(expired.token(), expired.change()), 409, "CID3015");
        assertRefused(PhoneChangeApi.cancel(applied.token(), applied.change()), 409, "CID3015");
        assertThat(List.of(superseded.state(), expired.state(), applied.state()))
                .containsExactly("SUPERSEDED", "EXPIRED", "APPLIED");
        silence.isKept();
    }

    /** Once, and as often again as somebody likes, of which nobody hears any more. */
    private static void assertStopped(Story story) {
        assertThat(PhoneChangeApi.cancel(story.token(), story.change()).statusCode())
                .isEqualTo(204);
        Silence silence = Silence.of(story.person);
        assertThat(PhoneChangeApi.cancel(story.token(), story.change()).statusCode())
                .isEqualTo(204);
        assertThat(story.state()).isEqualTo("CANCELLED");
        silence.isKept();
    }
}
