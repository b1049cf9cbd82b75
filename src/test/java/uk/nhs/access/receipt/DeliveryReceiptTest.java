package uk.nhs.access.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.Management;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.ReceiptApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Story;
import uk.nhs.access.support.VerificationCodeApi;

/** What a receipt does to the text that it is about, and what it never does. */
@QuarkusTest
class DeliveryReceiptTest {

    private final Person person = Person.fresh();

    @ParameterizedTest
    @CsvSource({
        "sending, IN_TRANSIT",
        "sending sending delivered delivered, DELIVERED",
        "delivered sending created, DELIVERED",
        "delivered permanent-failure temporary-failure, DELIVERED",
        "pending temporary-failure, UNDELIVERED",
        "permanent-failure sent delivered, UNDELIVERED",
        "delivered read-aloud, DELIVERED"
    })
    void receipts_that_are_repeated_or_reordered_leave_the_first_final_word(String statuses, String receipt) {
        UUID text = signInText();

        Stream.of(statuses.split(" ")).forEach(status -> sent(text, status));

        assertThat(receiptOf(text)).isEqualTo(receipt);
    }

    @Test
    void without_a_reference_or_with_another_form_of_one_the_text_is_found_by_the_gateways_name() {
        for (String reference :
                new String[] {null, "", "ours", UUID.randomUUID().toString()}) {
            UUID text = signInText();

            assertThat(ReceiptApi.send(ReceiptApi.body(text.toString(), reference, "delivered"))
                            .statusCode())
                    .isEqualTo(204);

            assertThat(receiptOf(text)).as("reference %s", reference).isEqualTo("DELIVERED");
        }
    }

    @Test
    void of_parallel_receipts_one_final_word_wins_and_stays() {
        UUID text = signInText();
        List<String> statuses = List.of("delivered", "permanent-failure", "sending", "temporary-failure");

        List<CompletableFuture<Integer>> answers = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> ReceiptApi.send(text, statuses.get(i % 4)).statusCode()))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(204));
        String winner = receiptOf(text);
        assertThat(winner).isIn("DELIVERED", "UNDELIVERED");
        statuses.forEach(status -> sent(text, status));
        assertThat(receiptOf(text)).isEqualTo(winner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivered", "permanent-failure", "sending"})
    void no_receipt_moves_a_hold(String status) {
        Story story = Story.of(person).isHeld();
        UUID text = ReceiptApi.awaitSent(person, "PhoneChangeHeldText");
        UUID mail = ReceiptApi.awaitSent(person, "PhoneChangeHeldMail");
        List<String> before = everythingOf(person);

        sent(text, status);
        sent(mail, status);

        assertThat(everythingOf(person)).isEqualTo(before);
        assertThat(story.state()).isEqualTo("HELD");
        assertThat(receiptOf(text)).isNotNull();
    }

    @Test
    void that_a_text_arrived_counts_even_if_we_never_learn_that_it_left() {
        CodeStory story = CodeStory.signIn(person);
        UUID text = ReceiptApi.awaitSent(person, "SignInCodeText");
        LostAnswer.to(text);

        assertThat(ReceiptApi.send(ReceiptApi.body(UUID.randomUUID().toString(), text.toString(), "delivered"))
                        .statusCode())
                .isEqualTo(204);
        Rows.texts(
                "update message set state = 'EXPIRED', settled_at = db_now(), sealed = null where id = ? returning id",
                text);

        assertThat(VerificationCodeApi.read(story.id()).<String>path("delivery"))
                .isEqualTo("DELIVERED");
    }

    @Test
    void an_e_mail_has_no_receipt() {
        CodeStory story = CodeStory.confirmActionByEmail(person);
        UUID mail = ReceiptApi.awaitSent(person, "ConfirmActionCodeMail");

        sent(mail, "permanent-failure");

        assertThat(receiptOf(mail)).isNull();
        assertThat(story.enters(story.mailbox().awaitCode(1)).statusCode()).isEqualTo(200);
    }

    @Test
    void receipts_are_counted_by_what_they_led_to() {
        UUID text = signInText();
        double before = counted("DELIVERED");
        double repeated = counted("NO_NEWS");

        sent(text, "delivered");
        sent(text, "delivered");

        assertThat(counted("DELIVERED")).isEqualTo(before + 1);
        assertThat(counted("NO_NEWS")).isEqualTo(repeated + 1);
    }

    private UUID signInText() {
        Person somebody = Person.fresh();
        CodeStory.signIn(somebody);
        return ReceiptApi.awaitSent(somebody, "SignInCodeText");
    }

    private static void sent(UUID text, String status) {
        assertThat(ReceiptApi.send(text, status).statusCode()).isEqualTo(204);
    }

    private static String receiptOf(UUID message) {
        return Rows.text("select receipt from message where id = ?", message);
    }

    /** All that a hold, or the outbox, goes by. */
    private static List<String> everythingOf(Person person) {
        return Stream.of(
                        "select c::text from phone_change c where account_id = ? order by id",
                        "select (to_jsonb(m) - 'receipt')::text from message m where account_id = ? order by id",
                        "select h::text from history_entry h where account_id = ? order by id")
                .flatMap(sql -> Rows.texts(sql, person.account()).stream())
                .toList();
    }

    private static double counted(String outcome) {
        return Management.metric("access_receipts_total", "outcome=\"" + outcome + '"');
    }
}
