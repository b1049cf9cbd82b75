package uk.nhs.access.account;

/** A mobile phone number in E.164. Whether it is one that the service accepts is decided by {@link MobileNumbers}. */
public record MobileNumber(String e164) implements AnyNumber {

    public MobileNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalStateException("Not a number in E.164");
        }
    }

    @Override
    public String toString() {
        return masked();
    }
}
