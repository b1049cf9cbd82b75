package uk.nhs.access.verification;

import static uk.nhs.access.problem.Cid.NO_DESTINATION;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.problem.Problem;

/**
 * Where a code goes.
 *
 * @param value the number in E.164, or the address
 */
@Embeddable
record Destination(
        @Enumerated(EnumType.STRING) Channel channel,
        @Column(name = "destination") String value) {

    /** The account's mobile number, or the address that it is known by. */
    static Destination of(Account account, Channel channel) {
        return find(account, channel).orElseThrow(() -> new Problem(NO_DESTINATION));
    }

    static Optional<Destination> find(Account account, Channel channel) {
        Optional<String> value = channel == Channel.TEXT
                ? account.mobile().map(MobileNumber::e164)
                : account.emails().stream().map(EmailAddress::value).findFirst();
        return value.map(place -> new Destination(channel, place));
    }

    boolean isStillOf(Account account) {
        return channel == Channel.TEXT
                ? account.mobile().map(MobileNumber::e164).filter(value::equals).isPresent()
                : account.emails().stream().map(EmailAddress::value).anyMatch(value::equals);
    }

    String masked() {
        return channel == Channel.TEXT ? new MobileNumber(value).masked() : new EmailAddress(value).masked();
    }

    @Override
    public String toString() {
        return masked();
    }
}
