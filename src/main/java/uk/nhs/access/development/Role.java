package uk.nhs.access.development;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.access.caller.Scope;

/**
 * Somebody, or something, that a token can be had for.
 *
 * @param name the token's subject, and the last part of the address that gives the token
 * @param scopes what the token is good for
 * @param methods how its bearer signed in (RFC 8176); none where nobody did, as with a service
 */
record Role(String name, String about, List<String> scopes, List<String> methods) {

    private static final List<String> TWO_STEPS = List.of("pwd", "mfa", "sms");

    private static final Role SIGN_IN_SERVICE = new Role(
            "sign-in-service",
            "A service that has passwords checked, and codes sent and checked",
            List.of(Scope.VERIFICATION_CODES, Scope.PASSWORD_CHECK),
            List.of());

    private static final Role OPERATOR =
            new Role("operator", "Somebody who runs the service", List.of(Scope.OPERATIONS), List.of());

    static List<Role> all() {
        return Stream.concat(Stream.of(DemoPerson.values()).map(Role::of), Stream.of(SIGN_IN_SERVICE, OPERATOR))
                .toList();
    }

    private static Role of(DemoPerson person) {
        return new Role(person.subject(), person.about(), List.of(Scope.ACCOUNT, Scope.PHONE_CHANGES), TWO_STEPS);
    }

    /** The same, having signed in with the password alone. */
    Role withOneStep() {
        return new Role(name, about, scopes, methods.stream().limit(1).toList());
    }

    /** The same at the security-code prompt: the password was accepted, the second step is outstanding. */
    Role withLostPhone() {
        return new Role(
                name,
                about,
                List.of(Scope.RECOVERIES),
                methods.stream().limit(1).toList());
    }
}
