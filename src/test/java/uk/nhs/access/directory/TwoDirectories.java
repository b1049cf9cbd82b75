package uk.nhs.access.directory;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import uk.nhs.access.support.MovableClock;

/** A test for which both organisations have their directory, an hour after all before it. */
abstract class TwoDirectories {

    DirectoryDouble active;
    DirectoryDouble plain;

    @BeforeEach
    void an_hour_later_there_are_two_directories() {
        MovableClock.advance(Duration.ofHours(1));
        active = Adopted.directory(Adopted.ACTIVE_DIRECTORY);
        plain = Adopted.directory(Adopted.PLAIN);
    }

    @AfterEach
    void they_are_gone() {
        MovableClock.goOn();
        active.close();
        plain.close();
    }
}
