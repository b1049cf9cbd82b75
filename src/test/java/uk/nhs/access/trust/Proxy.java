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

/** Stands before a server, and passes on what is said to it and by it: at once, late, in one direction, or not at all. */
final class Proxy implements AutoCloseable {

    final Set<Line> lines = ConcurrentHashMap.newKeySet();
    final CommitCuts commits = new CommitCuts();
    volatile Duration delay = Duration.ZERO;
    volatile boolean answersLost;
    private final ServerSocket listening;
    private volatile int target;
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
        commits.before(times);
    }

    /** Resets the connections of the next that commit, which the server does, and nobody hears. */
    void cutAfterCommit(int times) {
        commits.after(times);
    }

    /** How many were cut before. */
    int commitsLost() {
        return commits.lost();
    }

    /** How many were cut after. */
    int commitsUnheard() {
        return commits.unheard();
    }

    /** Ends all faults, and the connections that have lost something. */
    void pass() {
        delay = Duration.ZERO;
        refusing = false;
        commits.end();
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
            Line line = new Line(this, client, server);
            lines.add(line);
            run(line::passRequests);
            run(line::passAnswers);
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
}
