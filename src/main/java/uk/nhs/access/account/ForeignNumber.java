package uk.nhs.access.account;

/**
 * A phone number in E.164 that is not of the UK. An account keeps it so that its organisation sees what is to be
 * replaced; no message can be addressed to it, because messages want a {@link MobileNumber}.
 */
public record ForeignNumber(String e164) implements AnyNumber {

    private static final String UNITED_KINGDOM = "+44";

    public ForeignNumber {
        if (!E164.matcher(e164).matches() || e164.startsWith(UNITED_KINGDOM)) {
            throw new IllegalStateException("Not a foreign number in E.164");
        }
    }

    @Override
    public String toString() {
        return masked();
    }
}
