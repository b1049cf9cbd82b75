package uk.nhs.access.account;

import java.util.List;

/** An account for tests that need one and ask nothing of it. */
public final class SomeAccount {

    private SomeAccount() {}

    /** Of somebody with one address and no number. */
    public static Account open() {
        return Account.open(
                new Subject("https://tests.invalid", "robin"),
                new Holder("Robin", null),
                null,
                List.of(new EmailAddress("robin@example.org")));
    }
}
