package uk.nhs.access.development;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.caller.Scope;

/**
 * Somebody, or something, that a token can be had for.
 *
 * @param name the token's subject, and the last part of the address that gives the token
 * @param scopes what the token is good for
 * @param methods how its bearer signed in (RFC 8176); none where nobody did, as with a service
 * @param organisation the one that its bearer administers, if any
 */
record Role(
        String name,
        String about,
        List<String> scopes,
        List<String> methods,
        @Nullable String organisation) {

    private static final List<String> TWO_STEPS = List.of("pwd", "mfa", "sms");

    private static final Role SIGN_IN_SERVICE = new Role(
            "sign-in-service",
            "A service that has passwords checked, and codes sent and checked",
            List.of(Scope.VERIFICATION_CODES, Scope.PASSWORD_CHECK),
            List.of(),
            null);

    private static final Role PROVISIONING_SERVICE = new Role(
            "provisioning-service",
            "A service that opens, changes and disables accounts",
            List.of(Scope.PROVISIONING),
            List.of(),
            null);

    private static final Role OPERATOR =
            new Role("operator", "Somebody who runs the service", List.of(Scope.OPERATIONS), List.of(), null);

    static List<Role> all() {
        return Stream.concat(
                        Stream.of(DemoPerson.values()).map(Role::of),
                        Stream.of(SIGN_IN_SERVICE, PROVISIONING_SERVICE, OPERATOR))
                .toList();
    }

    private static Role of(DemoPerson person) {
        List<String> own = List.of(Scope.ACCOUNT, Scope.PHONE_CHANGES);
        return person.administrator()
                ? administrator(person, own)
                : new Role(person.subject(), person.about(), own, TWO_STEPS, null);
    }

    private static Role administrator(DemoPerson person, List<String> own) {
        List<String> scopes = Stream.concat(own.stream(), Stream.of(Scope.LOCAL_ADMINISTRATION))
                .toList();
        String organisation = String.valueOf(person.holder().organisation());
        return new Role(person.subject(), person.about(), scopes, TWO_STEPS, organisation);
    }

    /** The same, having signed in with the password alone. */
    Role withOneStep() {
        return new Role(name, about, scopes, methods.stream().limit(1).toList(), organisation);
    }

    /** The same at the security-code prompt: the password was accepted, the second step is outstanding. */
    Role withLostPhone() {
        return new Role(
                name,
                about,
                List.of(Scope.RECOVERIES),
                methods.stream().limit(1).toList(),
                null);
    }
}
