package uk.nhs.access.notice;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import uk.nhs.access.support.FreePort;

/** The service with a mail server that the test can make fail. */
public class WithMailServer implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", String.valueOf(FreePort.next()),
                "quarkus.mailer.from", "NHS account <no-reply@nhs.test>",
                "quarkus.mailer.start-tls", "DISABLED",
                "quarkus.mailer.own-host-name", "localhost",
                "notice.mail-timeout", "5s");
    }
}
