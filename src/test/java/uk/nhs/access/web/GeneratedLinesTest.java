package uk.nhs.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.Cases;
import uk.nhs.access.web.Lines.Line;

/** What must be true of whatever is sent as a stream of lines. */
class GeneratedLinesTest {

    private static final int LONGEST = 8;

    @Test
    void each_line_that_says_something_is_read_once_with_its_number_and_no_more_of_it_than_is_allowed() {
        Cases.each(2_000, chance -> {
            List<String> sent = chance.several(0, 8, () -> chance.text("ab \t\r", 0, 2 * LONGEST));
            boolean ended = chance.oneIn(2);
            List<Line> expected = new ArrayList<>();
            for (int i = 0; i < sent.size(); i++) {
                if (!sent.get(i).isBlank() || sent.get(i).length() > LONGEST) {
                    expected.add(line(i + 1, sent.get(i)));
                }
            }

            String stream = String.join("\n", sent) + (ended && !sent.isEmpty() ? "\n" : "");
            assertThat(read(ascii(stream))).usingRecursiveComparison().isEqualTo(expected);
        });
    }

    @Test
    void whatever_the_bytes_are_they_end_and_what_is_whole_is_what_was_sent() {
        Cases.each(2_000, chance -> {
            byte[] sent = chance.bytes(0, 60);
            ByteArrayOutputStream beginnings = new ByteArrayOutputStream();
            for (Line line : read(sent)) {
                assertThat(line.bytes().length).isLessThanOrEqualTo(LONGEST);
                assertThat(line.whole() || line.bytes().length == LONGEST).isTrue();
                assertThat(line.isBlank()).isFalse();
                beginnings.writeBytes(line.bytes());
            }
            assertThat(beginnings.size()).isLessThanOrEqualTo(sent.length);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\r", " \t \r"})
    void a_line_of_nothing_but_blanks_is_counted_and_passed_over(String blank) {
        assertThat(read(ascii(blank + "\na\n"))).usingRecursiveComparison().isEqualTo(List.of(line(2, "a")));
    }

    @Test
    void a_line_that_is_too_long_is_never_passed_over_for_the_blanks_that_it_begins_with() {
        assertThat(read(ascii(" ".repeat(LONGEST) + "a\n" + " ".repeat(LONGEST))))
                .usingRecursiveComparison()
                .isEqualTo(List.of(line(1, " ".repeat(LONGEST) + "a")));
    }

    @Test
    void a_zero_is_a_byte_like_any_other_and_no_blank() {
        assertThat(read(ascii("\0\na\0b")))
                .usingRecursiveComparison()
                .isEqualTo(List.of(line(1, "\0"), line(2, "a\0b")));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Line line(int number, String text) {
        byte[] bytes = ascii(text);
        return new Line(number, Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST)), bytes.length <= LONGEST);
    }

    private static List<Line> read(byte[] stream) {
        try {
            Lines lines = new Lines(new ByteArrayInputStream(stream), LONGEST);
            List<Line> read = new ArrayList<>();
            for (Line line = lines.next(); line != null; line = lines.next()) {
                read.add(line);
                assertThat(lines.number()).isEqualTo(line.number());
            }
            return read;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
