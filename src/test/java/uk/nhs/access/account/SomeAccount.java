package uk.nhs.access.account;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An account for tests that need one and ask nothing of it but how its owner is reached. */
public final class SomeAccount {

    private SomeAccount() {}

    /** Of somebody with one address and no number. */
    public static Account open() {
        return open(null, "robin@example.org");
    }

    public static Account open(@Nullable MobileNumber number, String... addresses) {
        return Account.open(
                new Subject("https://tests.invalid", "robin"),
                new Holder("Robin", null),
                number,
                Arrays.stream(addresses).map(EmailAddress::new).toList());
    }
}
