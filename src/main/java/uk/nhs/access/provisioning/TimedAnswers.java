package uk.nhs.access.provisioning;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Where answers go, as long as somebody reads them: whoever does not is cut off, because writing waits for readers. */
final class TimedAnswers extends FilterOutputStream {

    private final Vertx vertx;
    private final HttpServerResponse response;
    private final Duration patience;

    /** @param patience the time in which what is written at once has to be read */
    TimedAnswers(OutputStream answers, Vertx vertx, HttpServerResponse response, Duration patience) {
        super(answers);
        this.vertx = vertx;
        this.response = response;
        this.patience = patience;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        long end = vertx.setTimer(patience.toMillis(), late -> response.reset());
        try {
            out.write(bytes, from, length);
            out.flush();
        } finally {
            vertx.cancelTimer(end);
        }
    }
}
