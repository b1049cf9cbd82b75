package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/** Of all who carry changes one has a change in hand, and none of the same account meanwhile. */
@QuarkusTest
@TestProfile(Carrying.class)
class CarriagesTest extends TwoDirectories {

    private static final Duration TICK = Duration.ofNanos(1_000);

    @Inject
    Carriages carriages;

    @Test
    void a_newer_password_waits_for_a_try_of_the_older_one_that_may_be_under_way() {
        OdsCode nobodyElse = new OdsCode("S9Z");
        UUID account = colleague(nobodyElse).person.account();
        UUID older = inQueue(account);
        Carriage first = carriages.take(nobodyElse).orElseThrow();
        assertThat(first.change()).isEqualTo(older);
        Rows.change(
                "update carried_change set state = 'SUPERSEDED', settled_at = db_now(), sealed = null,"
                        + " seal_key_id = null where id = ?",
                older);
        UUID newer = inQueue(account);

        assertThat(carriages.take(nobodyElse)).isEmpty();
        carriages.record(first, new Outcome.Unreachable("No answer in time"));

        assertThat(carriages.take(nobodyElse)).map(Carriage::change).contains(newer);
    }

    @Test
    void one_that_is_being_carried_is_taken_by_nobody_else_before_its_lease_is_over() {
        OdsCode nobodyElse = new OdsCode("S8Z");
        Colleague colleague = colleague(nobodyElse);
        inQueue(colleague.person.account());

        List<Carriage> taken = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> carriages.take(nobodyElse))
                .flatMap(Optional::stream)
                .toList();

        assertThat(taken).hasSize(1);
        Instant end = Rows.instant(
                "select leased_until from carried_change where account_id = ?", colleague.person.account());
        MovableClock.stopAt(end.minus(TICK));
        assertThat(carriages.take(nobodyElse)).isEmpty();
        MovableClock.stopAt(end);
        Carriage second = carriages.take(nobodyElse).orElseThrow();
        carriages.record(taken.get(0), new Outcome.Refused(Refusal.UNWILLING));
        assertThat(colleague.queue()).containsExactly("PASSWORD QUEUED");
        carriages.record(second, new Outcome.Done(null));
        assertThat(colleague.queue()).containsExactly("PASSWORD DONE");
    }

    private Colleague colleague(OdsCode organisation) {
        return Colleague.of(Person.with(), organisation.value(), active);
    }

    /** A password to be carried where no directory is, so that nobody takes it but the test. */
    private static UUID inQueue(UUID account) {
        return UUID.fromString(Rows.text(
                "insert into carried_change (id, account_id, organisation, errand, temporary, language, state, seal_key_id,"
                        + " sealed, asked_at, not_after, next_try_at, tries)"
                        + " select gen_random_uuid(), id, organisation, 'PASSWORD', false, 'ENGLISH', 'QUEUED', 'k', '\\x00',"
                        + " db_now(), db_now() + interval '1 day', db_now(), 0"
                        + " from account where id = ? returning id",
                account));
    }
}
