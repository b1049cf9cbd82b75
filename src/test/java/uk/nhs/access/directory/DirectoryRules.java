package uk.nhs.access.directory;

import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Modification;
import java.time.Instant;
import java.util.List;

/** What one kind of directory writes down when something happens to somebody. */
interface DirectoryRules {

    List<Modification> passwordSet(String password, Instant at);

    List<Modification> locked(Instant since);

    List<Modification> unlocked();

    List<String> objectClasses();

    /** The number of the last change, where changes are numbered. */
    default long lastChange() {
        return 0;
    }

    default InMemoryOperationInterceptor interceptor() {
        return (InMemoryOperationInterceptor) this;
    }
}
