package uk.nhs.access.caller;

import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Whether a token says that its person signed in with two steps. Unknown values count as weak. */
final class Strength {

    private static final String DOT = "\\.";

    private Strength() {}

    static boolean hasTwoSteps(JsonWebToken token, CallerSettings.TwoSteps accepted) {
        return anyWithin(accepted.amr(), values(token.getClaim("amr")))
                || values(token.getClaim("vot")).stream().anyMatch(vector -> anyWithin(accepted.vot(), parts(vector)))
                || accepted.acr()
                        .filter(acr -> values(token.getClaim("acr")).stream().anyMatch(acr::contains))
                        .isPresent();
    }

    static boolean hasPassword(JsonWebToken token, List<String> accepted) {
        return values(token.getClaim("amr")).stream().anyMatch(accepted::contains)
                || values(token.getClaim("vot")).stream()
                        .map(Strength::parts)
                        .anyMatch(parts -> accepted.stream().anyMatch(parts::contains));
    }

    private static boolean anyWithin(List<String> combinations, Set<String> claimed) {
        return combinations.stream().anyMatch(all -> claimed.containsAll(parts(all)));
    }

    private static Set<String> parts(String joined) {
        return Set.copyOf(Arrays.asList(joined.split(DOT)));
    }

    /** The framework gives lists of claims that it knows, such as {@code amr}, as they are, and others as JSON. */
    static Set<String> values(@Nullable Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream().map(Strength::text).collect(Collectors.toSet());
        }
        return claim == null ? Set.of() : Set.of(text(claim));
    }

    private static String text(@Nullable Object value) {
        return value instanceof JsonString string ? string.getString() : String.valueOf(value);
    }
}
