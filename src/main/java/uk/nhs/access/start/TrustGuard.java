package uk.nhs.access.start;

import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Whose tokens and which keys production may go by: not those that everybody who has this code has too. */
final class TrustGuard {

    private static final Pattern ISSUER =
            Pattern.compile("caller\\.issuers\\.(?<name>[^.]+)\\..+|CALLER_ISSUERS_(?<variable>[A-Z0-9]+)_.+");
    private static final List<String> OF_AN_ISSUER = List.of("issuer", "audience", "keys", "scopes");
    private static final String DEVELOPMENT = "development";
    private static final String DEVELOPMENT_KEY = "a25vd24gdG8gZXZlcnlib2R5OiBkZXZlbG9wbWVudCE";
    private static final String DEVELOPMENT_ISSUER = "https://development.invalid";

    private TrustGuard() {}

    static Stream<String> faults(SmallRyeConfig settings) {
        return Stream.concat(issuers(settings), keys(settings));
    }

    private static Stream<String> issuers(SmallRyeConfig settings) {
        Set<String> names = new TreeSet<>();
        StreamSupport.stream(settings.getPropertyNames().spliterator(), false)
                .map(ISSUER::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group("name") == null ? found.group("variable") : found.group("name"))
                .forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names.isEmpty()
                ? Stream.of("CALLER_ISSUERS_<NAME>_ISSUER is not set. It is the exact iss of the tokens of an identity"
                        + " provider; _AUDIENCE, _KEYS and _SCOPES go with it.")
                : names.stream().flatMap(name -> issuer(settings, "caller.issuers." + name + "."));
    }

    private static Stream<String> issuer(SmallRyeConfig settings, String prefix) {
        Stream<String> missing = OF_AN_ISSUER.stream()
                .map(prefix::concat)
                .filter(setting -> !ProductionGuard.isSet(settings, setting))
                .map(setting -> ProductionGuard.variable(setting) + " is not set. Each identity provider needs it.");
        boolean invented = settings.getOptionalValue(prefix + "issuer", String.class)
                .filter(DEVELOPMENT_ISSUER::equals)
                .isPresent();
        return Stream.concat(
                missing,
                invented
                        ? Stream.of(ProductionGuard.refused(
                                prefix + "issuer", DEVELOPMENT_ISSUER, "anybody could sign in as anybody"))
                        : Stream.empty());
    }

    private static Stream<String> keys(SmallRyeConfig settings) {
        return settings.getOptionalValues("crypto.keys", String.class).stream()
                .flatMap(List::stream)
                .filter(TrustGuard::isKnownToAll)
                .map(key -> "CRYPTO_KEYS lists the key development, which production refuses: it is public.")
                .limit(1);
    }

    /** However it is named and written: base64 is read with its padding or without. */
    private static boolean isKnownToAll(String key) {
        String[] parts = key.strip().split(":", 2);
        return parts[0].equals(DEVELOPMENT)
                || parts.length == 2 && DEVELOPMENT_KEY.equals(parts[1].strip().replace("=", ""));
    }
}
