package uk.nhs.access.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import uk.nhs.access.development.Welcome;

/** The service while it runs. */
class Service implements QuarkusApplication {

    private final Welcome welcome;

    Service(Welcome welcome) {
        this.welcome = welcome;
    }

    @Override
    public int run(String... arguments) {
        welcome.print();
        Quarkus.waitForExit();
        return 0;
    }
}
