package uk.nhs.access.support;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account that no other test knows of.
 *
 * @param mobile in E.164
 */
public record Person(
        UUID account, String subject, String name, @Nullable String mobile, List<String> addresses) {

    /** Somebody with a mobile and one e-mail address. */
    public static Person fresh() {
        return PersonBuilder.person().open();
    }

    public static PersonBuilder with() {
        return PersonBuilder.person();
    }

    /** A UK mobile number that nobody has, as one types it. */
    public static String freshNumber() {
        return "0" + PersonBuilder.freshMobile().substring("+44".length());
    }

    /** A token of this person, who signed in with two steps just now. */
    public TestTokens token() {
        return TestTokens.person(subject);
    }

    public String address() {
        return addresses.get(0);
    }
}
