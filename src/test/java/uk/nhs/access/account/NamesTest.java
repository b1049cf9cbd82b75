package uk.nhs.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names are reserved for one transaction at a time, however many they are. */
@QuarkusTest
class NamesTest {

    @Inject
    Names names;

    @Inject
    EntityManager entities;

    @Test
    void twenty_thousand_names_take_no_more_than_256_locks() {
        List<EmailAddress> addresses = IntStream.range(0, 20_000)
                .mapToObj(i -> new EmailAddress("somebody" + i + "@example.org"))
                .toList();

        long locks = QuarkusTransaction.requiringNew().call(() -> {
            names.reserve(List.of(), addresses);
            return ((Number) entities.createNativeQuery("select count(*) from pg_locks"
                                    + " where locktype = 'advisory' and pid = pg_backend_pid()")
                            .getSingleResult())
                    .longValue();
        });

        assertThat(locks).isEqualTo(256);
    }

    @Test
    void a_name_is_reserved_until_the_transaction_ends_in_whatever_case_it_is_written() {
        String name = UUID.randomUUID().toString();

        CompletableFuture<Void> other = QuarkusTransaction.requiringNew().call(() -> {
            names.reserve(List.of(), List.of(new EmailAddress(name + "@example.org")));
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew()
                    .run(() ->
                            names.reserve(List.of(), List.of(new EmailAddress(name.toUpperCase() + "@example.org")))));
            assertThat(waiting).failsWithin(300, TimeUnit.MILLISECONDS).withThrowableOfType(TimeoutException.class);
            return waiting;
        });

        assertThat(other).succeedsWithin(10, TimeUnit.SECONDS);
    }
}
