package uk.nhs.access.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** One client's connection to the mail server double, from greeting to end. */
final class SmtpConversation implements Runnable {

    private final Socket socket;
    private final Queue<SmtpFault> faults;
    private final List<SentMail> mails;
    private final Supplier<Duration> delay;
    private final List<String> recipients = new ArrayList<>();
    private final AtomicInteger refusedForGood;
    private SmtpFault fault;
    private boolean sender;

    SmtpConversation(
            Socket socket,
            Queue<SmtpFault> faults,
            List<SentMail> mails,
            Supplier<Duration> delay,
            AtomicInteger refusedForGood) {
        this.socket = socket;
        this.faults = faults;
        this.mails = mails;
        this.delay = delay;
        this.refusedForGood = refusedForGood;
    }

    @Override
    public void run() {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            if (faults.peek() == SmtpFault.GREETING) {
                faults.remove();
                say(SmtpFault.GREETING.reply(""));
                return;
            }
            say("220 double.test ESMTP");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!obey(line, in)) {
                    return;
                }
            }
        } catch (IOException | InterruptedException cut) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the conversation goes on. */
    private boolean obey(String line, BufferedReader in) throws IOException, InterruptedException {
        String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
            case "EHLO" -> say("250-double.test\r\n250-ENHANCEDSTATUSCODES\r\n250-PIPELINING\r\n250 8BITMIME");
            case "HELO", "RSET", "NOOP" -> say("250 2.0.0 Ok");
            case "MAIL" -> mail();
            case "RCPT" -> recipient(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
            case "DATA" -> {
                return data(in);
            }
            case "QUIT" -> {
                say("221 2.0.0 Bye");
                return false;
            }
            default -> say("502 5.5.1 Not understood");
        }
        return true;
    }

    private void mail() throws IOException, InterruptedException {
        recipients.clear();
        fault = faults.peek() == SmtpFault.GREETING ? null : faults.poll();
        if (fault == SmtpFault.SILENCE) {
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        }
        sender = fault != SmtpFault.MAIL;
        say(sender ? "250 2.1.0 Ok" : fault.reply(""));
    }

    private void recipient(String address) throws IOException, InterruptedException {
        if (!sender) {
            say("503 5.5.1 No sender");
        } else if (fault != null && fault.name().startsWith("RECIPIENT")) {
            refusedForGood.addAndGet(fault == SmtpFault.RECIPIENT_UNKNOWN ? 1 : 0);
            say(fault.reply(address));
        } else {
            recipients.add(address);
            say("250 2.1.5 Ok");
        }
    }

    private boolean data(BufferedReader in) throws IOException, InterruptedException {
        if (recipients.isEmpty()) {
            say("503 5.5.1 No valid recipients");
            return true;
        }
        say("354 Go ahead");
        StringBuilder raw = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return false;
            }
            raw.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        if (fault == SmtpFault.DATA) {
            say(fault.reply(""));
            return true;
        }
        mails.add(new SentMail(List.copyOf(recipients), raw.toString(), Instant.now()));
        if (fault == SmtpFault.DROP_AFTER_DATA) {
            return false;
        }
        say("250 2.0.0 Accepted");
        return true;
    }

    private void say(String reply) throws IOException, InterruptedException {
        Thread.sleep(delay.get().toMillis());
        socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
