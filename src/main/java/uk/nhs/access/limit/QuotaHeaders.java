package uk.nhs.access.limit;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.web.MoreHeaders;

/**
 * Tells a client that is known by its token how much it may still ask for (draft-ietf-httpapi-ratelimit-headers-10).
 *
 * <p>Only what counts for the account is told: what counts for a number would tell who else uses it. And only to those
 * who have shown that the account is theirs: whoever is still to prove it would learn what its owner does.
 */
@ApplicationScoped
class QuotaHeaders {

    private final MoreHeaders headers;
    private final Callers callers;

    QuotaHeaders(MoreHeaders headers, Callers callers) {
        this.headers = headers;
        this.callers = callers;
    }

    void tell(List<Quota> quotas) {
        if (callers.isRecovering()) {
            return;
        }
        headers.put("RateLimit-Policy", quotas.stream().map(Quota::policy).collect(joining(", ")));
        headers.put("RateLimit", quotas.stream().map(Quota::rest).collect(joining(", ")));
    }
}
