package uk.nhs.access.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A mail server that accepts everything at once, and keeps nothing. */
final class Mails extends Listener {

    @Override
    void talk(InputStream in, OutputStream out) throws IOException {
        say(out, "220 double.test ESMTP\r\n");
        for (String line = line(in); line != null; line = line(in)) {
            if (line.equals("DATA")) {
                say(out, "354 Go ahead\r\n");
                while (line != null && !".".equals(line)) {
                    line = line(in);
                }
                say(out, "250 2.0.0 Accepted\r\n");
            } else if (line.equals("QUIT")) {
                say(out, "221 2.0.0 Bye\r\n");
                return;
            } else {
                say(out, line.startsWith("EHLO") ? "250-double.test\r\n250 PIPELINING\r\n" : "250 2.0.0 Ok\r\n");
            }
        }
    }
}
