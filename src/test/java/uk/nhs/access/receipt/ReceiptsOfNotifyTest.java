package uk.nhs.access.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.notice.NotifyDouble;
import uk.nhs.access.notice.SentText;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.FreePort;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.ReceiptApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.VerificationCodeApi;

/** Receipts of texts that went out by GOV.UK Notify, or what behaves like it: there each try has a name of its own. */
@QuarkusTest
@TestProfile(ReceiptsOfNotifyTest.WithNotify.class)
class ReceiptsOfNotifyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static NotifyDouble notify;

    private final Person person = Person.fresh();

    /** The service with a text gateway that the test can make fail. */
    public static class WithNotify implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "notice.text",
                    "notify",
                    "notice.notify.url",
                    "http://127.0.0.1:" + FreePort.next(),
                    "notice.notify.api-key",
                    "double-" + UUID.randomUUID() + "-" + UUID.randomUUID(),
                    "notice.notify.template-id",
                    UUID.randomUUID().toString(),
                    "notice.notify.read-timeout",
                    "2s",
                    "notice.retry-first",
                    "500ms");
        }
    }

    @BeforeAll
    static void start() {
        Config config = ConfigProvider.getConfig();
        notify = NotifyDouble.start(
                config.getValue("notice.notify.url", URI.class).getPort(),
                config.getValue("notice.notify.api-key", String.class),
                config.getValue("notice.notify.template-id", String.class));
    }

    @BeforeEach
    void have_receipts_sent() {
        notify.receiptsTo(
                URI.create("http://127.0.0.1:" + RestAssured.port + "/v1/delivery-receipts"), ReceiptApi.TOKEN);
    }

    @AfterAll
    static void stop() {
        notify.close();
    }

    @AfterEach
    void all_is_well_again() {
        notify.pass();
    }

    @Test
    void a_receipt_is_taken_at_once_and_shown_with_its_code() {
        CodeStory story = CodeStory.signIn(person);
        SentText text = text();
        awaitDelivery(story, "SENT");

        assertThat(notify.receipt(text, "sending")).containsExactly(204);
        assertThat(delivery(story)).isEqualTo("SENT");
        assertThat(notify.receipt(text, "delivered")).containsExactly(204);
        assertThat(delivery(story)).isEqualTo("DELIVERED");
    }

    @Test
    void one_that_comes_before_we_know_that_the_text_has_left_counts_as_soon_as_we_do() {
        notify.acceptThenTimeout(1);
        CodeStory story = CodeStory.signIn(person);
        SentText text = text();

        assertThat(notify.receipt(text, "permanent-failure")).containsExactly(204);

        assertThat(parked(text)).containsExactly("UNDELIVERED");
        assertThat(delivery(story)).isEqualTo("WAITING");
        awaitDelivery(story, "UNDELIVERED");
        assertThat(parked(text)).isEmpty();
        assertThat(notify.texts(person.mobile())).hasSize(1);
    }

    @Test
    void that_a_text_arrived_counts_before_we_know_that_it_has_left() {
        notify.acceptThenTimeout(1);
        CodeStory story = CodeStory.signIn(person);

        assertThat(notify.receipt(text(), "delivered")).containsExactly(204);

        assertThat(delivery(story)).isEqualTo("DELIVERED");
        ReceiptApi.awaitSent(person, "SignInCodeText");
        assertThat(delivery(story)).isEqualTo("DELIVERED");
        assertThat(notify.texts(person.mobile())).hasSize(1);
    }

    @Test
    void a_final_word_that_was_parked_is_not_overtaken_by_an_earlier_one() {
        notify.acceptThenTimeout(1);
        CodeStory story = CodeStory.signIn(person);
        SentText text = text();

        notify.receipt(text, "permanent-failure");
        notify.receipt(text, "sending");
        awaitDelivery(story, "UNDELIVERED");

        assertThat(notify.receipt(text, "delivered")).containsExactly(204);
        assertThat(delivery(story)).isEqualTo("UNDELIVERED");
    }

    @Test
    void a_try_that_failed_says_nothing_of_the_one_that_followed_it() {
        notify.acceptThenTimeout(1);
        CodeStory story = CodeStory.signIn(person);
        SentText first = text();

        notify.receipt(first, "technical-failure");
        awaitDelivery(story, "SENT");

        List<SentText> tries = notify.texts(person.mobile());
        assertThat(tries).hasSize(2);
        assertThat(parked(first)).isEmpty();
        notify.receipt(first, "technical-failure");
        assertThat(delivery(story)).isEqualTo("SENT");
        notify.receipt(tries.get(1), "delivered");
        assertThat(delivery(story)).isEqualTo("DELIVERED");
    }

    @Test
    void a_text_that_the_gateway_refuses_is_undelivered() {
        notify.answer(1, 400, "ValidationError");

        awaitDelivery(CodeStory.signIn(person), "UNDELIVERED");
    }

    private SentText text() {
        return notify.awaitText(person.mobile(), PATIENCE);
    }

    private static List<String> parked(SentText text) {
        return Rows.texts("select receipt from parked_receipt where provider_id = ?", text.id());
    }

    private static void awaitDelivery(CodeStory story, String delivery) {
        Awaitility.await(delivery)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> delivery(story).equals(delivery));
    }

    private static String delivery(CodeStory story) {
        return VerificationCodeApi.read(story.id()).path("delivery");
    }
}
