package uk.nhs.access.development;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

/** Puts up what development needs, before anything else of the service starts to work. */
@Singleton
class DevelopmentStart {

    private final DevelopmentSettings settings;
    private final InboxTable inbox;
    private final DemoAccounts accounts;

    DevelopmentStart(DevelopmentSettings settings, InboxTable inbox, DemoAccounts accounts) {
        this.settings = settings;
        this.inbox = inbox;
        this.accounts = accounts;
    }

    void prepare(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start) {
        if (settings.enabled()) {
            inbox.create();
            accounts.open();
        }
    }
}
