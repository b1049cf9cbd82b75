package uk.nhs.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.problem.Cid.BODY_UNREADABLE;
import static uk.nhs.access.problem.Cid.UNAVAILABLE;

import java.net.ConnectException;
import java.net.SocketException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import uk.nhs.access.Defaults;

/** Whose connection it was that failed. */
class FailuresTest {

    private final Failures failures = new Failures(Defaults.of(WebSettings.class));

    @Test
    void a_database_that_cannot_be_reached_is_an_outage_and_no_client_that_is_gone() {
        Throwable away = new IllegalStateException(new SQLException("away", "08001", new ConnectException()));

        assertThat(Failures.isClientGone(away)).isFalse();
        assertThat(failures.explain(away).cid()).isEqualTo(UNAVAILABLE);
    }

    @Test
    void any_other_connection_that_failed_is_the_clients() {
        Throwable gone = new IllegalStateException(new SocketException("Connection reset"));

        assertThat(Failures.isClientGone(gone)).isTrue();
        assertThat(failures.explain(gone).cid()).isEqualTo(BODY_UNREADABLE);
    }

    @Test
    void where_nothing_failed_nobody_is_gone() {
        assertThat(Failures.isClientGone(null)).isFalse();
    }
}
