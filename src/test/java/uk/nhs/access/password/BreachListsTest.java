package uk.nhs.access.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.Defaults;
import uk.nhs.access.crypto.ListedHash;

class BreachListsTest {

    private static final int SHORTEST = 10;

    /** The SHA-1 of «kettle orange bus», as lists have it. */
    private static final String LISTED = "%016X".formatted(ListedHash.of("kettle orange bus"));

    @TempDir
    private Path folder;

    @Test
    void the_list_that_is_shipped_is_what_its_notice_says_it_was_made_from() throws IOException {
        List<String> made;
        try (BufferedReader source = new BufferedReader(new InputStreamReader(
                BreachListsTest.class.getResourceAsStream("/dictionaries/passwords.txt"), StandardCharsets.UTF_8))) {
            made = source.lines()
                    .filter(password -> password.length() >= SHORTEST)
                    .map(password -> "%016x".formatted(ListedHash.of(password)))
                    .distinct()
                    .sorted()
                    .toList();
        }
        assertThat(Lists.lines("breached-passwords.txt")).isEqualTo(made).hasSize(2_346);
    }

    @Test
    void the_hash_is_the_one_that_lists_of_others_have() {
        assertThat("%016x".formatted(ListedHash.of("password"))).isEqualTo("5baa61e4c9b93f3f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1qaz2wsx3edc", "1QAZ2WSX3EDC", "q1w2e3r4t5y6", "harrypotter"})
    void a_stolen_password_is_known_in_any_case(String stolen) {
        assertThat(lists(Map.of()).contain(new TypedPassword(stolen))).isTrue();
    }

    @Test
    void any_other_is_not() {
        assertThat(lists(Map.of()).contain(new TypedPassword("kettle orange bus")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":12345", "0123456789ABCDEF01234567:1"})
    void the_operators_list_counts_as_well_in_the_shapes_that_lists_have(String rest) throws IOException {
        Path file = Files.writeString(folder.resolve("list.txt"), "# ours\n" + LISTED + rest + "\n\n");

        BreachLists lists = lists(Map.of("password.breached-file", file.toString()));
        assertThat(lists.contain(new TypedPassword("kettle orange bus"))).isTrue();
        assertThat(lists.contain(new TypedPassword("harrypotter"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kettle orange bus", "0123456789ABCDE", "0123456789ABCDEG"})
    void a_list_that_is_none_stops_the_start_and_its_setting_is_named(String line) throws IOException {
        Path file = Files.writeString(folder.resolve("list.txt"), line);

        assertThatIllegalStateException()
                .isThrownBy(() -> lists(Map.of("password.breached-file", file.toString())))
                .withMessageContaining("PASSWORD_BREACHED_FILE");
    }

    @Test
    void a_list_that_is_not_there_stops_the_start() {
        assertThatIllegalStateException()
                .isThrownBy(() -> lists(
                        Map.of("password.breached-file", folder.resolve("none").toString())))
                .withMessageContaining("PASSWORD_BREACHED_FILE");
    }

    private static BreachLists lists(Map<String, String> settings) {
        return new BreachLists(Defaults.with(PasswordSettings.class, settings));
    }
}
