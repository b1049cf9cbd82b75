package uk.nhs.access.provisioning;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** What a client sends, as long as it does not take too long over it: whoever only trickles holds up others. */
final class TimedStream extends FilterInputStream {

    private final long patience;
    private long since = System.nanoTime();
    private boolean over;

    /** @param patience the time from one {@link #goOn} to the next, in which something may be read */
    TimedStream(InputStream stream, Duration patience) {
        super(stream);
        this.patience = patience.toNanos();
    }

    /** The time begins anew. */
    void goOn() {
        since = System.nanoTime();
    }

    boolean isOver() {
        return over;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (System.nanoTime() - since >= patience) {
            over = true;
            throw new TooSlow();
        }
        return super.read(into, from, most);
    }

    /** The time was over before the next bytes were there. */
    static final class TooSlow extends IOException {}
}
