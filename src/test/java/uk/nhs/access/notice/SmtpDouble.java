package uk.nhs.access.notice;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
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
    private final AtomicInteger refusedForGood = new AtomicInteger();
    private final DoublePort port;
    private volatile Duration delay = Duration.ZERO;

    private SmtpDouble(int port) {
        this.port = new DoublePort(
                port, connection -> new SmtpConversation(connection, faults, mails, () -> delay, refusedForGood).run());
    }

    public static SmtpDouble start() {
        return start(0);
    }

    public static SmtpDouble start(int port) {
        SmtpDouble started = new SmtpDouble(port);
        started.up();
        return started;
    }

    public int port() {
        return port.number();
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
        port.cut();
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
    public void down() {
        port.down();
    }

    /** Listens again, on the same port as before. */
    public void up() {
        port.up();
    }

    @Override
    public void close() {
        down();
    }
}
