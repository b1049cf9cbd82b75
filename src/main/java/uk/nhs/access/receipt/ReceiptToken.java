package uk.nhs.access.receipt;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.crypto.Secrets;
import uk.nhs.access.notice.NotifySettings;

/** What GOV.UK Notify proves itself with (RFC 6750): it sends what we have told it to, and signs nothing. */
@Startup // a token that could be guessed stops the start
@ApplicationScoped // made once the settings are there; the filter that uses it is made before
class ReceiptToken {

    private static final int LEAST = 32;
    private static final String SCHEME = "Bearer ";

    private final Optional<String> token;

    ReceiptToken(NotifySettings settings) {
        token = settings.receiptToken().map(String::strip);
        if (token.filter(text -> text.length() < LEAST).isPresent()) {
            throw new IllegalStateException(
                    "NOTICE_NOTIFY_RECEIPT_TOKEN must have at least " + LEAST + " characters, or be left out");
        }
    }

    /** Whether a request with this header comes from where the token was given to. Without a token none does. */
    boolean isIn(@Nullable String authorization) {
        return token.isPresent()
                && authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && Secrets.equal(token.get(), authorization.substring(SCHEME.length()));
    }
}
