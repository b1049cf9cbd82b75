package uk.nhs.access.packaged;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.TestTokens;

/** A stream of accounts on a connection of its own, which is read and written as slowly as a test likes. */
final class AccountStream implements AutoCloseable {

    private final Socket client;
    private final OutputStream out;
    private @Nullable BufferedReader answers;

    private AccountStream(Socket client) throws IOException {
        this.client = client;
        this.out = client.getOutputStream();
    }

    static AccountStream open(Replica replica) {
        try {
            AccountStream stream = new AccountStream(new Socket("127.0.0.1", replica.port()));
            stream.client.setSoTimeout(60_000);
            stream.write("POST /v1/accounts/bulk HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n"
                    + "Authorization: Bearer " + AccountsApi.token() + "\r\n\r\n");
            return stream;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Somebody of this name, who has no mobile. */
    static String line(String name) {
        return """
                {"subject":{"issuer":"%s","name":"%s"},"name":"Robin Marlowe","emailAddresses":["%s@example.org"]}
                """.formatted(TestTokens.ISSUER, name, name);
    }

    void send(String lines) throws IOException {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        write(Integer.toHexString(bytes.length) + "\r\n");
        out.write(bytes);
        write("\r\n");
    }

    void end() throws IOException {
        write("0\r\n\r\n");
    }

    /** The next line of the answer, or null at its end. */
    @Nullable String answer() throws IOException {
        if (answers == null) {
            answers = new BufferedReader(new InputStreamReader(body(), StandardCharsets.UTF_8));
        }
        return answers.readLine();
    }

    /** As a cable that is pulled: the other side hears of it by a reset. */
    void cut() throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private InputStream body() throws IOException {
        InputStream in = client.getInputStream();
        String head = headLine(in);
        if (!head.contains(" 200 ")) {
            throw new AssertionError(head);
        }
        while (!headLine(in).isEmpty()) {
            // of no interest here
        }
        return new Chunks(in);
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String headLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The answer ended early");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** What stands in the chunks of an answer. */
    private static final class Chunks extends InputStream {

        private final InputStream in;
        private int left;
        private boolean begun;

        Chunks(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (left == 0 && !next()) {
                return -1;
            }
            int length = in.read(into, from, Math.min(most, left));
            if (length < 0) {
                throw new IOException("The answer ended in a chunk");
            }
            left -= length;
            return length;
        }

        private boolean next() throws IOException {
            if (begun) {
                headLine(in);
            }
            begun = true;
            left = Integer.parseInt(headLine(in), 16);
            return left > 0;
        }
    }
}
