package uk.nhs.access.verification;

import static uk.nhs.access.problem.Cid.CODE_EXPIRED;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Subject;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.code.CodeBinding;
import uk.nhs.access.code.CodePurpose;
import uk.nhs.access.notice.DeliveryStatus;
import uk.nhs.access.problem.Problem;

/** A code that a service had sent to somebody: whose it is, what for, who asked, and where it went last. */
@Entity
class Verification {

    /** The code's own. */
    @Id
    private UUID id;

    private UUID accountId;

    @Embedded
    @AttributeOverride(name = "issuer", column = @Column(name = "service_issuer", nullable = false))
    @AttributeOverride(name = "name", column = @Column(name = "service_subject", nullable = false))
    private Subject service;

    @Enumerated(EnumType.STRING)
    private CodePurpose purpose;

    @Embedded
    private Destination destination;

    Verification() {}

    private Verification(CodeBinding binding, Subject service, Destination destination) {
        this.id = binding.code();
        this.accountId = binding.account();
        this.purpose = binding.purpose();
        this.service = service;
        this.destination = destination;
    }

    static Verification begin(CodeBinding binding, Subject service, Destination destination) {
        return new Verification(binding, service, destination);
    }

    /** Refuses a code that went where its owner cannot be assumed any more. */
    void requireStillReaches(Account account) {
        if (!destination.isStillOf(account)) {
            throw new Problem(CODE_EXPIRED);
        }
    }

    /** From now on the code is another one, at another destination. */
    void move(Destination next) {
        destination = next;
    }

    /** How a code for the purpose can reach the account. A channel that has just failed stands last. */
    List<Channel> channels(Account account, DeliveryStatus delivery) {
        boolean failed = delivery == DeliveryStatus.UNDELIVERED;
        return purpose.channels().stream()
                .filter(channel -> Destination.find(account, channel).isPresent())
                .sorted(Comparator.comparing(channel -> failed && channel == destination.channel()))
                .toList();
    }

    CodeBinding binding() {
        return bindingAt(destination);
    }

    CodeBinding bindingAt(Destination place) {
        return new CodeBinding(id, purpose, accountId, place.value());
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    CodePurpose purpose() {
        return purpose;
    }

    Destination destination() {
        return destination;
    }
}
