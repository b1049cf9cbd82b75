package uk.nhs.access.caller;

import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.OdsCode;

/**
 * Who did something, for the history.
 *
 * @param name the subject of the token, where there was one
 * @param organisation for which an administrator did it
 * @param address the network address that it was asked from, where it was asked
 */
public record Actor(
        Kind kind,
        @Nullable String name,
        @Nullable OdsCode organisation,
        @Nullable String address) {

    /** The service itself, when something falls due. */
    public static final Actor SERVICE_ITSELF = new Actor(Kind.SERVICE_ITSELF, null, null, null);

    /** Whoever holds the cancel link that was e-mailed to the owner. */
    public static Actor withLink(String address) {
        return new Actor(Kind.CANCEL_LINK, null, null, address);
    }

    /** Whoever unlocks an account, which takes no token of an identity provider. */
    public static Actor notSignedIn(String address) {
        return new Actor(Kind.NOT_SIGNED_IN, null, null, address);
    }

    /** The ways to act on an account. */
    public enum Kind {
        PERSON,
        SERVICE,
        ADMINISTRATOR,
        CANCEL_LINK,
        NOT_SIGNED_IN,
        SERVICE_ITSELF
    }
}
