package uk.nhs.access.receipt;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.crypto.Secrets;
import uk.nhs.access.notice.NotifySettings;

/**
 * What GOV.UK Notify proves itself with (RFC 6750): it sends what we have told it to, and signs nothing. While one token
 * takes the place of another, both open.
 */
@Startup // a token that could be guessed stops the start
@ApplicationScoped // made once the settings are there; the filter that uses it is made before
class ReceiptTokens {

    private static final int LEAST = 32;
    private static final String SCHEME = "Bearer ";

    private final List<String> tokens;

    ReceiptTokens(NotifySettings settings) {
        tokens = settings.receiptTokens().orElse(List.of()).stream()
                .map(String::strip)
                .toList();
        if (tokens.stream().anyMatch(token -> token.length() < LEAST)) {
            throw new IllegalStateException(
                    "NOTICE_NOTIFY_RECEIPT_TOKENS must have at least " + LEAST + " characters each, or be left out");
        }
    }

    /** Whether a request with this header comes from where a token was given to. Without a token none does. */
    boolean isIn(@Nullable String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && isOneOfThem(authorization.substring(SCHEME.length()));
    }

    private boolean isOneOfThem(String given) {
        return tokens.stream().anyMatch(token -> Secrets.equal(token, given));
    }
}
