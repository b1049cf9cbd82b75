package uk.nhs.access.trust;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection by way of a {@link Proxy}. */
final class Line {

    private static final int BUFFER = 32_768;

    private final Proxy proxy;
    private final Socket client;
    private final Socket server;
    private final CommitWatch watch = new CommitWatch();
    private final AtomicInteger ended = new AtomicInteger();
    private volatile boolean cutAtAnswer;

    Line(Proxy proxy, Socket client, Socket server) throws IOException {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    /** Passes on what the client says, until either side ends. */
    void passRequests() {
        pass(client, server, true);
    }

    /** Passes on what the server says, until either side ends. */
    void passAnswers() {
        pass(server, client, false);
    }

    private void pass(Socket from, Socket to, boolean requests) {
        byte[] buffer = new byte[BUFFER];
        try {
            int read = from.getInputStream().read(buffer);
            while (read >= 0 && passes(buffer, read, to, requests)) {
                read = from.getInputStream().read(buffer);
            }
            if (read < 0) {
                to.shutdownOutput();
                endQuietly();
                return;
            }
        } catch (IOException | InterruptedException over) {
            // the other side hears of it below
        }
        cut();
    }

    private boolean passes(byte[] buffer, int read, Socket to, boolean requests)
            throws IOException, InterruptedException {
        Thread.sleep(proxy.delay.toMillis());
        if (requests ? isCutBefore(buffer, read) : cutAtAnswer) {
            return false;
        }
        if (requests || !proxy.answersLost) {
            to.getOutputStream().write(buffer, 0, read);
        }
        return true;
    }

    private boolean isCutBefore(byte[] buffer, int read) {
        boolean commits = watch.commitsWith(buffer, read);
        cutAtAnswer |= commits && proxy.commits.strikeAfter();
        return commits && proxy.commits.strikeBefore();
    }

    /** The second of both sides to end closes the connection, with nothing lost that is on its way. */
    private void endQuietly() throws IOException {
        if (ended.incrementAndGet() == 2) {
            proxy.lines.remove(this);
            client.close();
            server.close();
        }
    }

    /** Resets both sides. */
    void cut() {
        proxy.lines.remove(this);
        reset(client);
        reset(server);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException closed) {
            // as it should be
        }
    }
}
