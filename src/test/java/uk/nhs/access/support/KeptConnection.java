package uk.nhs.access.support;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/** A connection on which a test says as much as it likes, and then hangs up, or says more. */
public final class KeptConnection implements AutoCloseable {

    private static final int PATIENCE = 10_000;

    private final Socket client;

    private KeptConnection(Socket client) {
        this.client = client;
    }

    public static KeptConnection open() {
        try {
            Socket client = new Socket("localhost", RestAssured.port);
            client.setSoTimeout(PATIENCE);
            return new KeptConnection(client);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A request line and headers, and as much of a body as there is. */
    public KeptConnection say(String head, String body) {
        try {
            client.getOutputStream().write((head.replace("\n", "\r\n") + "\r\n" + body).getBytes(US_ASCII));
            client.getOutputStream().flush();
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What is answered, as far as these words. */
    public String hear(String end) {
        try {
            StringBuilder text = new StringBuilder();
            while (text.indexOf(end) < 0) {
                int next = client.getInputStream().read();
                if (next < 0) {
                    throw new AssertionError("Closed after «" + text + "»");
                }
                text.append((char) next);
            }
            return text.toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As a cable that is pulled: the other side hears of it by a reset. */
    public void cut() {
        try {
            client.setSoLinger(true, 0);
            client.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
