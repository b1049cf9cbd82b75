package uk.nhs.access.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That a COMMIT is noticed however it is said, or the connections that are lost at it would be lost at something else. */
class CommitWatchTest {

    private static final int SSL_REQUEST = 80_877_103;
    private static final int PROTOCOL_3 = 196_608;

    private final CommitWatch watch = new CommitWatch();

    @BeforeEach
    void a_client_greets() {
        assertThat(says(greeting(SSL_REQUEST, ""))).isFalse();
        assertThat(says(greeting(PROTOCOL_3, "user\0postgres\0\0"))).isFalse();
    }

    @Test
    void a_simple_query() {
        assertThat(says(message('Q', "select 'COMMIT'\0"))).isFalse();
        assertThat(says(message('Q', "commit\0"))).isTrue();
    }

    @Test
    void a_prepared_statement_each_time_that_it_is_bound() {
        assertThat(says(message('P', "S_1\0COMMIT\0\0\0"))).isFalse();
        assertThat(says(message('B', "\0S_1\0\0\0"))).isTrue();
        assertThat(says(message('B', "\0S_2\0\0\0"))).isFalse();
        assertThat(says(message('B', "\0S_1\0\0\0"))).isTrue();
    }

    @Test
    void a_name_that_stands_for_something_else_by_now() {
        says(message('P', "\0COMMIT\0\0\0"));
        says(message('P', "\0select 1\0\0\0"));

        assertThat(says(message('B', "\0\0\0\0"))).isFalse();
    }

    @Test
    void one_that_comes_in_pieces() {
        byte[] query = message('Q', "COMMIT\0");

        assertThat(says(Arrays.copyOf(query, 7))).isFalse();
        assertThat(says(Arrays.copyOfRange(query, 7, query.length))).isTrue();
    }

    @Test
    void another_protocol_commits_nothing() {
        CommitWatch other = new CommitWatch();
        byte[] request = "POST /commit HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] query = message('Q', "COMMIT\0");

        assertThat(other.commitsWith(request, request.length)).isFalse();
        assertThat(other.commitsWith(query, query.length)).isFalse();
    }

    private boolean says(byte[] bytes) {
        return watch.commitsWith(bytes, bytes.length);
    }

    private static byte[] greeting(int code, String rest) {
        byte[] text = rest.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Integer.BYTES + text.length)
                .putInt(2 * Integer.BYTES + text.length)
                .putInt(code)
                .put(text)
                .array();
    }

    private static byte[] message(char type, String content) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        byte[] text = content.getBytes(StandardCharsets.UTF_8);
        message.write(type);
        message.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt(Integer.BYTES + text.length)
                .array());
        message.writeBytes(text);
        return message.toByteArray();
    }
}
