package uk.nhs.access.notice;

import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything that is logged at INFO or above while it listens. */
public final class HeardLog extends Handler {

    private static final Logger ROOT = Logger.getLogger("");
    private final StringBuffer heard = new StringBuffer();

    public static HeardLog start() {
        HeardLog log = new HeardLog();
        log.setLevel(Level.INFO);
        ROOT.addHandler(log);
        return log;
    }

    public String stop() {
        ROOT.removeHandler(this);
        return heard.toString();
    }

    @Override
    public void publish(LogRecord entry) {
        heard.append(entry.getMessage())
                .append(Arrays.toString(entry.getParameters()))
                .append(entry.getThrown())
                .append('\n');
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
