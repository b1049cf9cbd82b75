package uk.nhs.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressOwnerTest {

    @ParameterizedTest
    @CsvSource({
        "+447700900123, 123, true",
        "+447700900123, 0123, true",
        "+447700900123, +447700900123, true",
        "+447700900123, 124, false",
        "+447700900123, 12, false",
        "+447700900123, 0+447700900123, false",
        ", 123, false",
        ", '', false"
    })
    void the_number_on_file_ends_as_it_ends_and_nobodys_ends_in_nothing(String mobile, String digits, boolean ending) {
        assertThat(new AddressOwner(UUID.randomUUID(), mobile).hasNumberEnding(digits))
                .isEqualTo(ending);
    }

    @Test
    void it_is_not_shown_in_passing() {
        assertThat(new AddressOwner(UUID.randomUUID(), "+447700900123")).hasToString("AddressOwner[hidden]");
    }
}
