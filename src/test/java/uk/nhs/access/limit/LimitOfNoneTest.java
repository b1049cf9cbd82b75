package uk.nhs.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Rows;

/** The database's own count, whatever the settings say. */
@QuarkusTest
class LimitOfNoneTest {

    private final String subject = "test " + UUID.randomUUID();

    @Test
    void a_limit_of_none_lets_nobody_past() {
        assertThat(take(0)).isEqualTo(60_000);
        assertThat(Rows.count("select count(*) from send_limit where subject = ?", subject))
                .isZero();
    }

    @Test
    void a_limit_of_one_lets_one_past() {
        assertThat(take(1)).isZero();
        assertThat(take(1)).isPositive();
    }

    private long take(int most) {
        return Rows.count("select take_sending(array[?], array[60], array[?])", subject, most);
    }
}
