package uk.nhs.access.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server, and passes on what is said to it and by it: at once, late, in one direction, or not at all. */
final class Proxy implements AutoCloseable {

    private static final int BUFFER = 32_768;

    private volatile int target;
    private final ServerSocket listening;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cutsBeforeCommit = new AtomicInteger();
    private final AtomicInteger cutsAfterCommit = new AtomicInteger();
    private final AtomicInteger commitsLost = new AtomicInteger();
    private final AtomicInteger commitsUnheard = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean answersLost;
    private volatile boolean refusing;

    Proxy(int target) {
        this.target = target;
        try {
            listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        run(this::listen);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Stands before another server from now on. */
    void standBefore(int port) {
        target = port;
        cut();
    }

    /** Everything that is said arrives that much later. */
    void delay(Duration each) {
        delay = each;
    }

    /** What the server says does not arrive any more; what is said to it does. */
    void loseAnswers() {
        answersLost = true;
    }

    /** Resets all connections, and whoever connects. */
    void refuse() {
        refusing = true;
        cut();
    }

    /** Resets all connections. */
    void cut() {
        lines.forEach(Line::cut);
    }

    /** Resets the connections of the next that commit, whose COMMIT never arrives. */
    void cutBeforeCommit(int times) {
        cutsBeforeCommit.set(times);
    }

    /** Resets the connections of the next that commit, which the server does, and nobody hears. */
    void cutAfterCommit(int times) {
        cutsAfterCommit.set(times);
    }

    /** How many were cut before. */
    int commitsLost() {
        return commitsLost.get();
    }

    /** How many were cut after. */
    int commitsUnheard() {
        return commitsUnheard.get();
    }

    /** Ends all faults, and the connections that have lost something. */
    void pass() {
        delay = Duration.ZERO;
        refusing = false;
        cutsBeforeCommit.set(0);
        cutsAfterCommit.set(0);
        if (answersLost) {
            answersLost = false;
            cut();
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        cut();
    }

    private void listen() {
        try {
            while (true) {
                open(listening.accept());
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void open(Socket client) throws IOException {
        Socket server = new Socket();
        try {
            requireOpen();
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            Line line = new Line(client, server);
            lines.add(line);
            run(() -> line.pass(client, server, true));
            run(() -> line.pass(server, client, false));
        } catch (IOException nobodyThere) {
            client.setSoLinger(true, 0);
            client.close();
        }
    }

    private void requireOpen() throws ConnectException {
        if (refusing) {
            throw new ConnectException("Nobody is let through");
        }
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static boolean strikes(AtomicInteger left, AtomicInteger struck) {
        boolean strikes = left.getAndUpdate(times -> Math.max(0, times - 1)) > 0;
        struck.addAndGet(strikes ? 1 : 0);
        return strikes;
    }

    /** One connection. */
    private final class Line {

        private final Socket client;
        private final Socket server;
        private final CommitWatch watch = new CommitWatch();
        private final AtomicInteger ended = new AtomicInteger();
        private volatile boolean cutAtAnswer;

        Line(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        void pass(Socket from, Socket to, boolean requests) {
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
            Thread.sleep(delay.toMillis());
            if (requests ? isCutBefore(buffer, read) : cutAtAnswer) {
                return false;
            }
            if (requests || !answersLost) {
                to.getOutputStream().write(buffer, 0, read);
            }
            return true;
        }

        /** The second of both sides to end closes the connection, with nothing lost that is on its way. */
        private void endQuietly() throws IOException {
            if (ended.incrementAndGet() == 2) {
                lines.remove(this);
                client.close();
                server.close();
            }
        }

        private boolean isCutBefore(byte[] buffer, int read) {
            boolean commits = watch.commitsWith(buffer, read);
            cutAtAnswer |= commits && strikes(cutsAfterCommit, commitsUnheard);
            return commits && strikes(cutsBeforeCommit, commitsLost);
        }

        void cut() {
            lines.remove(this);
            close(client);
            close(server);
        }

        private static void close(Socket socket) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException closed) {
                // as it should be
            }
        }
    }
}
