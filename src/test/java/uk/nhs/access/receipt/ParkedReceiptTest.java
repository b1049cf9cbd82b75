package uk.nhs.access.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.notice.Sent;
import uk.nhs.access.notice.SentTogether;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.ReceiptApi;
import uk.nhs.access.support.Rows;

/** Receipts of texts that nobody here has sent, as far as is known. */
@QuarkusTest
class ParkedReceiptTest {

    @Inject
    EntityManager entities;

    @Inject
    Event<SentTogether> news;

    private final String id = UUID.randomUUID().toString();

    @Test
    void they_are_taken_in_and_kept_without_the_number() {
        String reference = UUID.randomUUID().toString();

        assertThat(ReceiptApi.send(ReceiptApi.body(id, reference, "delivered")).statusCode())
                .isEqualTo(204);

        assertThat(rows())
                .singleElement()
                .asString()
                .contains(id, reference, "DELIVERED")
                .doesNotContain(ReceiptApi.TO, ReceiptApi.TO.substring(1));
    }

    @Test
    void a_reference_that_is_not_of_our_form_may_be_anything_and_is_not_kept() {
        ReceiptApi.send(ReceiptApi.body(id, "Ann Other, 07700 900123", "delivered"));

        assertThat(rows()).singleElement().asString().doesNotContain("Ann", "07700");
    }

    @Test
    void the_same_one_again_is_no_other() {
        for (String status : new String[] {"sending", "sent", "delivered", "delivered", "sending"}) {
            assertThat(ReceiptApi.send(ReceiptApi.body(id, null, status)).statusCode())
                    .isEqualTo(204);
        }

        assertThat(rows()).hasSize(2);
    }

    @Test
    void one_that_comes_while_its_text_is_noted_as_sent_waits_for_that() {
        Person person = Person.fresh();
        CodeStory.signIn(person);
        UUID text = ReceiptApi.awaitSent(person, "SignInCodeText");
        LostAnswer.to(text);

        CompletableFuture<Integer> answer = QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("update message set state = 'SENT', settled_at = db_now(), sealed = null,"
                            + " provider_id = :provider where id = :text")
                    .setParameter("provider", id)
                    .setParameter("text", text)
                    .executeUpdate();
            news.fire(new SentTogether(Channel.TEXT, List.of(new Sent(text, id))));
            return answerWithin(Duration.ofSeconds(1));
        });

        assertThat(answer.join()).isEqualTo(204);
        assertThat(rows()).isEmpty();
        assertThat(Rows.text("select receipt from message where id = ?", text)).isEqualTo("DELIVERED");
    }

    /** What a receipt without our name for the text is answered, which is given so much time to be so. */
    private CompletableFuture<Integer> answerWithin(Duration time) {
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(
                () -> ReceiptApi.send(ReceiptApi.body(id, null, "delivered")).statusCode());
        try {
            answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException waits) {
            return answer;
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
        return answer;
    }

    private List<String> rows() {
        return Rows.texts("select p::text from parked_receipt p where provider_id = ?", id);
    }
}
