package uk.nhs.access.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/**
 * An entry takes its id as it is written: a crash of the database undoes what was taken last, and ids that a replica kept for
 * later would be given out again.
 */
@QuarkusTest
class EntryIdsTest {

    private static final Actor SERVICE = new Actor(Actor.Kind.SERVICE, "sign-in", null, "127.0.0.1");

    @Inject
    History history;

    @Test
    void no_id_is_kept_for_later() {
        Person person = Person.fresh();
        HistoryEvent event = new HistoryEvent.CodeRefused(UUID.randomUUID(), "SIGN_IN");

        for (int i = 0; i < 12; i++) {
            QuarkusTransaction.requiringNew()
                    .run(() -> history.record(person.account(), SERVICE, event, MovableClock.now()));
            assertThat(Rows.text(
                            "select max(id) <= (select last_value from history_entry_seq) from history_entry where account_id = ?",
                            person.account()))
                    .isEqualTo("t");
        }
    }

    @Test
    void no_entry_takes_the_id_of_another_whichever_way_they_are_written() {
        Person person = Person.fresh();
        HistoryEvent event = new HistoryEvent.CodeRefused(UUID.randomUUID(), "SIGN_IN");
        Instant now = MovableClock.now();

        for (int i = 0; i < 60; i++) {
            QuarkusTransaction.requiringNew().run(() -> history.recordIfKnown(person.account(), SERVICE, event, now));
            QuarkusTransaction.requiringNew().run(() -> history.record(person.account(), SERVICE, event, now));
        }

        assertThat(Rows.history(person)).hasSize(120);
    }
}
