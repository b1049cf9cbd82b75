package uk.nhs.access.directory;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;

/** Counts how much one answer of a directory holds. */
final class Answers extends InMemoryOperationInterceptor {

    private int present;
    private int largest;

    @Override
    public synchronized void processSearchRequest(InMemoryInterceptedSearchRequest request) {
        present = 0;
    }

    @Override
    public synchronized void processSearchEntry(InMemoryInterceptedSearchEntry entry) {
        largest = Math.max(largest, ++present);
    }

    synchronized int largest() {
        return largest;
    }
}
