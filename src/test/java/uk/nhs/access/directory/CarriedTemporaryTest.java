package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.directory.Colleague.FIRST;
import static uk.nhs.access.directory.Colleague.eventually;
import static uk.nhs.access.directory.Colleague.told;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.OperationsApi;
import uk.nhs.access.support.PasswordApi;

/** A temporary password at the workstation: from when on it opens that, and until when. */
@QuarkusTest
@TestProfile(Carrying.class)
class CarriedTemporaryTest extends TwoDirectories {

    private static final String CHOSEN = "Kettle orange bus lantern";

    @AfterEach
    void texts_leave() {
        OperationsApi.open("TEXT");
    }

    @Test
    void a_temporary_password_opens_the_workstation_from_when_its_text_was_accepted() {
        Colleague colleague = Colleague.of(LockedOut.lockedBySignIns(), Adopted.ACTIVE_DIRECTORY, active);
        OperationsApi.stop("TEXT", "A test");
        LockedOut story = LockedOut.of(colleague.person).proves();

        Response reset = story.resets();

        assertThat(told(reset))
                .containsExactly(
                        "MAILBOX UNLOCK DONE",
                        "DIRECTORY UNLOCK QUEUED",
                        "MAILBOX PASSWORD QUEUED",
                        "DIRECTORY PASSWORD QUEUED");
        colleague.awaitStanding("UNLOCK DONE", "PASSWORD QUEUED");
        assertThat(colleague.canWorkWith(FIRST)).isTrue();
        OperationsApi.open("TEXT");
        colleague.awaitStanding("UNLOCK DONE", "PASSWORD DONE");
        assertThat(colleague.canWorkWith(story.temporaryPassword(1))).isTrue();
        assertThat(colleague.canWorkWith(FIRST)).isFalse();
        assertThat(colleague.rows()).doesNotContain(story.temporaryPassword(1));
        assertThat(colleague.sealed()).isZero();
    }

    @Test
    void one_whose_text_never_left_in_time_changes_nothing_there() {
        Colleague colleague = Colleague.of(LockedOut.lockedBySignIns(), Adopted.ACTIVE_DIRECTORY, active);
        OperationsApi.stop("TEXT", "A test");
        LockedOut.of(colleague.person).proves().resets();

        MovableClock.advance(Duration.ofMinutes(60));

        eventually(() -> assertThat(colleague.queue()).containsExactly("UNLOCK DONE", "PASSWORD SUPERSEDED"));
        assertThat(colleague.sealed()).isZero();
        assertThat(colleague.canWorkWith(FIRST)).isTrue();
        assertThat(colleague.standing()).containsExactly("UNLOCK DONE");
    }

    @Test
    void one_that_is_replaced_before_its_text_left_is_forgotten() {
        Colleague colleague = Colleague.of(LockedOut.lockedBySignIns(), Adopted.ACTIVE_DIRECTORY, active);
        OperationsApi.stop("TEXT", "A test");
        LockedOut.of(colleague.person).proves().resets();
        LockedOut.of(colleague.person).proves().resets();
        assertThat(colleague.sealed()).isEqualTo(1);

        colleague.chooses(CHOSEN);

        colleague.awaitWorkWith(CHOSEN);
        eventually(() -> assertThat(colleague.sealed()).isZero());
        OperationsApi.open("TEXT");
        assertThat(colleague.standing()).containsExactlyInAnyOrder("UNLOCK DONE", "PASSWORD DONE");
    }

    @Test
    void a_temporary_password_that_is_not_replaced_opens_nothing_after_an_hour_there_either() {
        Colleague colleague = Colleague.of(LockedOut.lockedBySignIns(), Adopted.ACTIVE_DIRECTORY, active);
        LockedOut story = LockedOut.of(colleague.person).proves();
        story.resets();
        colleague.awaitStanding("UNLOCK DONE", "PASSWORD DONE");
        String temporary = story.temporaryPassword(1);

        MovableClock.advance(Duration.ofMinutes(60));

        eventually(() -> assertThat(colleague.queue()).endsWith("PASSWORD SUPERSEDED", "REVOCATION DONE"));
        assertThat(colleague.canWorkWith(temporary)).isFalse();
        assertThat(colleague.canWorkWith(FIRST)).isFalse();
        assertThat(colleague.standing()).containsExactlyInAnyOrder("UNLOCK DONE", "PASSWORD FAILED TEMPORARY_OVER");
    }

    @Test
    void one_that_is_replaced_in_time_is_not_taken_back() {
        Colleague colleague = Colleague.of(LockedOut.lockedBySignIns(), Adopted.ACTIVE_DIRECTORY, active);
        LockedOut story = LockedOut.of(colleague.person).proves();
        story.resets();
        colleague.awaitStanding("UNLOCK DONE", "PASSWORD DONE");
        Response replaced = PasswordApi.change(colleague.person.token().mint(), story.temporaryPassword(1), CHOSEN);
        replaced.then().statusCode(200);
        colleague.awaitWorkWith(CHOSEN);

        MovableClock.advance(Duration.ofMinutes(61));

        assertThat(colleague.canWorkWith(CHOSEN)).isTrue();
        assertThat(colleague.queue()).doesNotContain("REVOCATION QUEUED", "REVOCATION DONE");
    }
}
