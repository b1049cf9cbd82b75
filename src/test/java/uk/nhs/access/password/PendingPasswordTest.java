package uk.nhs.access.password;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.password.PasswordVerdict.MUST_CHANGE;
import static uk.nhs.access.password.PasswordVerdict.RIGHT;
import static uk.nhs.access.password.PasswordVerdict.TEMPORARY_OVER;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.nhs.access.language.Language;

/** A temporary password on its way: the present one stays until it has arrived, if it ever does. */
class PendingPasswordTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Instant HOUR_LATER = NOW.plus(Duration.ofHours(1));
    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final String NUMBER = "number";

    private final Password password = Password.none(UUID.randomUUID());
    private final UUID temporary = UUID.randomUUID();

    @Test
    void while_a_temporary_one_is_on_its_way_the_present_one_stays() {
        password.replace("chosen", Language.ENGLISH, NOW);
        sendTemporary(temporary);

        assertThat(password.hash()).contains("chosen");
        assertThat(password.verdict(YEAR, NOW)).isEqualTo(RIGHT);
    }

    @Test
    void one_that_has_arrived_takes_its_place_and_must_be_changed() {
        password.replace("chosen", Language.ENGLISH, NOW);
        sendTemporary(temporary);
        assertThat(password.activate(temporary, NUMBER, NOW)).isTrue();

        assertThat(password.hash()).contains("temporary");
        assertThat(password.isTemporary()).isTrue();
        assertThat(password.verdict(YEAR, HOUR_LATER.minus(TICK))).isEqualTo(MUST_CHANGE);
        assertThat(password.verdict(YEAR, HOUR_LATER)).isEqualTo(TEMPORARY_OVER);
        assertThat(password.expiresAt(YEAR)).isEqualTo(HOUR_LATER);
    }

    @Test
    void it_arrives_once_and_never_by_another_name() {
        sendTemporary(temporary);

        assertThat(password.activate(UUID.randomUUID(), NUMBER, NOW)).isFalse();
        assertThat(password.activate(temporary, NUMBER, NOW)).isTrue();
        assertThat(password.activate(temporary, NUMBER, NOW)).isFalse();
    }

    @Test
    void one_that_arrives_too_late_is_void() {
        password.replace("chosen", Language.ENGLISH, NOW);
        sendTemporary(temporary);

        assertThat(password.activate(temporary, NUMBER, HOUR_LATER)).isFalse();
        assertThat(password.hash()).contains("chosen");
        assertThat(password.activate(temporary, NUMBER, NOW)).isFalse();
    }

    @Test
    void one_that_went_to_another_number_or_to_none_that_may_be_used_is_void() {
        password.replace("chosen", Language.ENGLISH, NOW);
        sendTemporary(temporary);
        assertThat(password.activate(temporary, "another", NOW)).isFalse();
        assertThat(password.activate(temporary, NUMBER, NOW)).isFalse();

        sendTemporary(temporary);
        assertThat(password.activate(temporary, null, NOW)).isFalse();
        assertThat(password.hash()).contains("chosen");
    }

    @Test
    void one_that_never_arrives_changes_nothing() {
        password.replace("chosen", Language.ENGLISH, NOW);
        sendTemporary(temporary);

        assertThat(password.voidPending(UUID.randomUUID())).isFalse();
        assertThat(password.voidPending(temporary)).isTrue();
        assertThat(password.voidPending(temporary)).isFalse();
        assertThat(password.activate(temporary, NUMBER, NOW)).isFalse();
        assertThat(password.hash()).contains("chosen");
    }

    @Test
    void a_newer_one_makes_the_one_on_its_way_void() {
        sendTemporary(temporary);
        UUID newer = UUID.randomUUID();
        sendTemporary(newer);

        assertThat(password.activate(temporary, NUMBER, NOW)).isFalse();
        assertThat(password.activate(newer, NUMBER, NOW)).isTrue();
    }

    @Test
    void once_the_owner_has_chosen_another_the_one_on_its_way_is_void() {
        sendTemporary(temporary);
        password.replace("chosen", Language.ENGLISH, NOW);

        assertThat(password.activate(temporary, NUMBER, NOW)).isFalse();
        assertThat(password.hash()).contains("chosen");
    }

    private void sendTemporary(UUID id) {
        password.await(new PendingPassword(id, "temporary", HOUR_LATER, NUMBER));
    }
}
