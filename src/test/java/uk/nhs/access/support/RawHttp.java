package uk.nhs.access.support;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP as bytes on a connection, for requests that no decent client sends. */
public final class RawHttp {

    private static final int PATIENCE = 10_000;
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)\r\n");

    private RawHttp() {}

    /** A request without a body. */
    public static Answer send(String requestLine, String... headers) {
        return send(new byte[0], requestLine, headers);
    }

    public static Answer send(byte[] body, String requestLine, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return exchange(requestLine + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + more + "\r\n", body);
    }

    /** A request whose head is given to the letter. */
    public static Answer exchange(String head, byte[] body) {
        try (Socket connection = new Socket("localhost", RestAssured.port)) {
            connection.setSoTimeout(PATIENCE);
            OutputStream out = connection.getOutputStream();
            write(out, head.getBytes(StandardCharsets.ISO_8859_1), body);
            return Answer.of(read(connection));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One chunk that holds the whole body (RFC 9112, section 7.1). */
    public static byte[] chunked(byte[] body) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        chunks.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        chunks.writeBytes(body);
        chunks.writeBytes("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return chunks.toByteArray();
    }

    /** A server may refuse before it has read everything, and close: its answer counts. */
    private static void write(OutputStream out, byte[] head, byte[] body) {
        try {
            out.write(head);
            out.write(body);
            out.flush();
        } catch (IOException closed) {
            // what it answered is still to be read
        }
    }

    /** Up to where the answer says that it ends, or until the server closes. */
    private static byte[] read(Socket connection) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            InputStream in = connection.getInputStream();
            byte[] some = new byte[8_192];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                all.write(some, 0, read);
                if (isWhole(all)) {
                    break;
                }
            }
        } catch (IOException reset) {
            // what came until then
        }
        return all.toByteArray();
    }

    private static boolean isWhole(ByteArrayOutputStream so) {
        String text = so.toString(StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END_OF_HEAD);
        if (end < 0) {
            return false;
        }
        Matcher length = LENGTH.matcher(text.substring(0, end + END_OF_HEAD.length()));
        return length.find() && text.length() >= end + END_OF_HEAD.length() + Integer.parseInt(length.group(1));
    }

    /** What came back, split into its parts. */
    public record Answer(int status, List<String> headers, String body) {

        static Answer of(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            int end = text.indexOf(END_OF_HEAD);
            if (end < 0) {
                throw new IllegalStateException("No answer but «" + text + "»");
            }
            List<String> lines = List.of(text.substring(0, end).split("\r\n"));
            int status = Integer.parseInt(lines.get(0).split(" ")[1]);
            return new Answer(status, lines.subList(1, lines.size()), text.substring(end + END_OF_HEAD.length()));
        }

        /** The value of a header, or nothing. */
        public String header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(header -> header.substring(start.length()).strip())
                    .findFirst()
                    .orElse("");
        }
    }
}
