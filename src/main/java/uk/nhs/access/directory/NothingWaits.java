package uk.nhs.access.directory;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** As long as nothing is carried to directories, nothing waits to be. */
@DefaultBean
@Singleton
class NothingWaits implements Waiting {

    @Override
    public boolean password(UUID account) {
        return false;
    }

    @Override
    public boolean unlock(UUID account) {
        return false;
    }

    @Override
    public void seen(UUID account, Instant now) {}
}
