package uk.nhs.access.idempotency;

import static uk.nhs.access.problem.Cid.IDEMPOTENCY_KEY_INVALID;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.nhs.access.problem.Problem;

/**
 * What a client calls a request, so that it can send it again: 1 to 255 visible characters.
 *
 * <p>The draft (draft-ietf-httpapi-idempotency-key-header) wants a quoted string (RFC 9651); most clients leave the
 * quotes out. Both mean the same key.
 */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    /** Unquoted, a separator could be the start of a second key, or of parameters, which have no meaning. */
    private static final Pattern BARE = Pattern.compile("[!-~&&[^\",;\\\\]]{1,255}");

    private static final Pattern QUOTED = Pattern.compile("\"((?:[!-~&&[^\"\\\\]]|\\\\[\"\\\\]){1,255})\"");

    /** The key of a request with these headers, or none where it has none. */
    static Optional<IdempotencyKey> of(List<String> headers) {
        if (headers.size() > 1) {
            throw new Problem(IDEMPOTENCY_KEY_INVALID);
        }
        return headers.stream().findFirst().map(IdempotencyKey::parse);
    }

    private static IdempotencyKey parse(String header) {
        Matcher quoted = QUOTED.matcher(header);
        if (quoted.matches()) {
            return new IdempotencyKey(quoted.group(1).replaceAll("\\\\(.)", "$1"));
        }
        if (BARE.matcher(header).matches()) {
            return new IdempotencyKey(header);
        }
        throw new Problem(IDEMPOTENCY_KEY_INVALID);
    }
}
