package uk.nhs.access.account;

import static uk.nhs.access.problem.Cid.ACCOUNT_DISABLED;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.problem.Problem;

/** Somebody's NHS account: how they sign in, and where messages and security codes reach them. */
@Entity
public class Account {

    @Id
    private UUID id;

    @Embedded
    private Subject subject;

    private @Nullable MobileNumber mobile;

    private boolean disabled;

    @ElementCollection
    @CollectionTable(name = "account_email", joinColumns = @JoinColumn(name = "account_id"))
    @OrderColumn(name = "position")
    @Column(name = "address", nullable = false)
    private List<EmailAddress> emails = new ArrayList<>();

    Account() {}

    private Account(Subject subject, @Nullable MobileNumber mobile, List<EmailAddress> emails) {
        this.id = UUID.randomUUID();
        this.subject = subject;
        this.mobile = mobile;
        this.emails = new ArrayList<>(emails);
    }

    /** Opens an account. It is reached at every one of {@code emails}; the first is the one it is known by. */
    public static Account open(Subject subject, @Nullable MobileNumber mobile, List<EmailAddress> emails) {
        if (emails.isEmpty()) {
            throw new IllegalStateException("An account without an e-mail address could never be told anything");
        }
        return new Account(subject, mobile, emails);
    }

    public void requireEnabled() {
        if (disabled) {
            throw new Problem(ACCOUNT_DISABLED);
        }
    }

    public void disable() {
        disabled = true;
    }

    /** From now on security codes go to {@code number}. */
    public void changeMobile(MobileNumber number) {
        mobile = number;
    }

    public UUID id() {
        return id;
    }

    public Subject subject() {
        return subject;
    }

    public Optional<MobileNumber> mobile() {
        return Optional.ofNullable(mobile);
    }

    public List<EmailAddress> emails() {
        return List.copyOf(emails);
    }
}
