package uk.nhs.access.development;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Opens the doors of development. In production their paths are as unknown as any other. */
@Singleton
class DevelopmentRoutes {

    private final DevelopmentSettings settings;
    private final TokenRoutes tokens;
    private final InboxRoutes inbox;
    private final PageRoutes pages;

    DevelopmentRoutes(DevelopmentSettings settings, TokenRoutes tokens, InboxRoutes inbox, PageRoutes pages) {
        this.settings = settings;
        this.tokens = tokens;
        this.inbox = inbox;
        this.pages = pages;
    }

    void open(@Observes Router router) {
        if (settings.enabled()) {
            tokens.open(router);
            inbox.open(router);
            pages.open(router);
        }
    }
}
