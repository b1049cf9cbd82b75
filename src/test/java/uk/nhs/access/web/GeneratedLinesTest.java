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
                Line line = line(i + 1, sent.get(i));
                if (!line.isBlank()) {
                    expected.add(line);
                }
            }

            String stream = String.join("\n", sent) + (ended && !sent.isEmpty() ? "\n" : "");
            assertThat(read(stream.getBytes(StandardCharsets.US_ASCII)))
                    .usingRecursiveComparison()
                    .isEqualTo(expected);
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

    private static Line line(int number, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
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
