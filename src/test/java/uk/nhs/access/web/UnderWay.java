package uk.nhs.access.web;

import java.time.Duration;
import org.awaitility.Awaitility;
import uk.nhs.access.support.Management;

/** The requests that the service works on. */
final class UnderWay {

    private UnderWay() {}

    static double count() {
        return Management.metric("access_requests_under_way");
    }

    static void await(int count) {
        Awaitility.await("requests under way")
                .pollInterval(Duration.ofMillis(20))
                .until(() -> count() == count);
    }
}
