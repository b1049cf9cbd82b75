package uk.nhs.access.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * A mail server on a port of its own that keeps what it accepts, and misbehaves on demand.
 *
 * <p>Each fault strikes the given number of coming e-mails (a greeting: of connections), in the order in which faults
 * were asked for.
 */
public final class SmtpDouble implements AutoCloseable {

    private final List<SentMail> mails = new CopyOnWriteArrayList<>();
    private final Queue<SmtpFault> faults = new ConcurrentLinkedQueue<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refusedForGood = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;
    private ServerSocket server;
    private int port;

    private SmtpDouble() {}

    public static SmtpDouble start() {
        return start(0);
    }

    public static SmtpDouble start(int port) {
        SmtpDouble started = new SmtpDouble();
        started.port = port;
        started.up();
        return started;
    }

    public int port() {
        return port;
    }

    /** All e-mails in the order in which they were accepted. */
    public List<SentMail> mails() {
        return List.copyOf(mails);
    }

    public List<SentMail> mails(String address) {
        return mails.stream()
                .filter(mail -> mail.to().stream().anyMatch(address::equalsIgnoreCase))
                .toList();
    }

    /** The latest e-mail to the address, as soon as there is one. */
    public SentMail awaitMail(String address, Duration atMost) {
        Awaitility.await("an e-mail")
                .atMost(atMost)
                .pollInterval(20, TimeUnit.MILLISECONDS)
                .until(() -> !mails(address).isEmpty());
        List<SentMail> sent = mails(address);
        return sent.get(sent.size() - 1);
    }

    /** Ends all faults. */
    public void pass() {
        faults.clear();
        delay = Duration.ZERO;
        up();
    }

    /** Answers 421 instead of greeting. Cuts the connections there are, so that the coming ones are greeted. */
    public void refuseGreeting(int times) {
        cut();
        strike(times, SmtpFault.GREETING);
    }

    /** Answers 451 to MAIL. */
    public void refuseSender(int times) {
        strike(times, SmtpFault.MAIL);
    }

    /** Answers 550 5.1.1 to RCPT. */
    public void refuseRecipient(int times) {
        strike(times, SmtpFault.RECIPIENT_UNKNOWN);
    }

    /** How often that has happened. */
    public int recipientsRefusedForGood() {
        return refusedForGood.get();
    }

    /** Answers 451 to RCPT. */
    public void refuseRecipientForNow(int times) {
        strike(times, SmtpFault.RECIPIENT_LATER);
    }

    /** Answers 554 5.7.1 to RCPT. */
    public void denyRelay(int times) {
        strike(times, SmtpFault.RECIPIENT_RELAY);
    }

    /** Answers 554 to DATA. */
    public void refuseData(int times) {
        strike(times, SmtpFault.DATA);
    }

    public void dropAfterData(int times) {
        strike(times, SmtpFault.DROP_AFTER_DATA);
    }

    /** Falls silent at MAIL and never speaks again on that connection. */
    public void fallSilent(int times) {
        strike(times, SmtpFault.SILENCE);
    }

    /** How many faults have not struck yet. */
    int faultsLeft() {
        return faults.size();
    }

    void strike(int times, SmtpFault fault) {
        faults.addAll(Collections.nCopies(times, fault));
    }

    public void slow(Duration delayOfEachReply) {
        delay = delayOfEachReply;
    }

    /** Refuses connections, and cuts those there are. */
    public synchronized void down() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    /** Listens again, on the same port as before. */
    public synchronized void up() {
        if (server != null && !server.isClosed()) {
            return;
        }
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            port = server.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServerSocket listening = server;
        run("smtp-double", () -> listen(listening));
    }

    @Override
    public void close() {
        down();
    }

    private void listen(ServerSocket listening) {
        try {
            while (true) {
                Socket connection = listening.accept();
                connection.setTcpNoDelay(true);
                connections.add(connection);
                run("smtp-double-connection", () -> {
                    new SmtpConversation(connection, faults, mails, () -> delay, refusedForGood).run();
                    connections.remove(connection);
                });
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void cut() {
        for (Socket connection : connections) {
            try {
                connection.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        connections.clear();
    }

    private static void run(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
