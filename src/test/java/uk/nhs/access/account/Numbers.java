package uk.nhs.access.account;

/** What counts as a UK mobile number, where the numbers of drama do too. */
public final class Numbers {

    private Numbers() {}

    public static MobileNumbers withFictional() {
        return new MobileNumbers(() -> true);
    }
}
