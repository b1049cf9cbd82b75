package uk.nhs.access.account;

import static uk.nhs.access.problem.Cid.ACCOUNT_DISABLED;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Duration;
import java.time.Instant;
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

    @Embedded
    private @Nullable NumberOnFile number;

    private String name;

    private @Nullable OdsCode organisation;

    @Enumerated(EnumType.STRING)
    private @Nullable DisabledBecause disabledBecause;

    @Embedded
    private SignInLock signInLock = new SignInLock();

    @ElementCollection
    @CollectionTable(name = "account_email", joinColumns = @JoinColumn(name = "account_id"))
    @OrderColumn(name = "position")
    @Column(name = "address", nullable = false)
    private List<EmailAddress> emails = new ArrayList<>();

    Account() {}

    private Account(Subject subject, Holder holder, @Nullable MobileNumber mobile, List<EmailAddress> emails) {
        this.id = UUID.randomUUID();
        this.subject = subject;
        this.number = mobile == null ? null : NumberOnFile.of(mobile);
        changeHolder(holder);
        changeEmails(emails);
    }

    /** Opens an account. It is reached at every one of {@code emails}; the first is the one it is known by. */
    public static Account open(
            Subject subject, Holder holder, @Nullable MobileNumber mobile, List<EmailAddress> emails) {
        return new Account(subject, holder, mobile, emails);
    }

    public void requireEnabled() {
        if (isDisabled()) {
            throw new Problem(ACCOUNT_DISABLED).with("reason", disabledBecause);
        }
    }

    /** Disables the account, and says whether that is news. What a service said stands, whatever the number is. */
    public boolean disable(DisabledBecause reason) {
        boolean news = disabledBecause != reason && disabledBecause != DisabledBecause.BY_SERVICE;
        disabledBecause = news ? reason : disabledBecause;
        return news;
    }

    /**
     * Lifts a disablement for exactly this reason. One for another stays, and a foreign number is one.
     *
     * @return whether there was one
     */
    public boolean enable(DisabledBecause reason) {
        boolean lifts = disabledBecause == reason;
        if (lifts) {
            disabledBecause = number != null && number.isForeign() ? DisabledBecause.NON_UK_NUMBER : null;
        }
        return lifts;
    }

    /** Locks the account, and says whether that is news. What the organisation locked stays its lock, since when it was. */
    public boolean lock(LockedBecause reason, Instant now) {
        return signInLock.lock(reason, now);
    }

    /** Lifts the lock of failed sign-ins, as the owner may, and says whether there was one. One of the organisation stays. */
    public boolean liftSignInLock() {
        return signInLock.liftSignInLock();
    }

    /** Lifts whatever lock there is, as only the organisation may, and says whether there was one. */
    public boolean unlock() {
        return signInLock.unlock();
    }

    /** From now on codes go to {@code mobile}. Says whether that lifts the disablement by a foreign one. */
    public boolean changeMobile(MobileNumber mobile) {
        number = NumberOnFile.of(mobile);
        return enable(DisabledBecause.NON_UK_NUMBER);
    }

    /** The same with a number that somebody else sets, at once: its owner has had no time to object. */
    public boolean changeMobileForOwner(MobileNumber mobile, Instant now) {
        number = NumberOnFile.forOwner(mobile, now);
        return enable(DisabledBecause.NON_UK_NUMBER);
    }

    /** Keeps a number that nothing can be sent to. Says whether that disables the account, until it gets one of the UK. */
    public boolean keepForeign(ForeignNumber foreign) {
        number = NumberOnFile.foreign(foreign);
        return disable(DisabledBecause.NON_UK_NUMBER);
    }

    /** Somebody goes by another name, or belongs to another organisation. */
    public void changeHolder(Holder holder) {
        name = holder.name();
        organisation = holder.organisation();
    }

    /** From now on messages go to {@code addresses}. They are stored anew, because rows that swap theirs would clash. */
    public void changeEmails(List<EmailAddress> addresses) {
        if (addresses.isEmpty()) {
            throw new IllegalStateException("An account without an e-mail address could never be told anything");
        }
        emails = new ArrayList<>(addresses);
    }

    public UUID id() {
        return id;
    }

    public Subject subject() {
        return subject;
    }

    public Optional<MobileNumber> mobile() {
        return Optional.ofNullable(number).flatMap(NumberOnFile::mobile);
    }

    /** Whether somebody else set the number, and its owner has not had the time of {@code hold} yet to object. */
    public boolean isMobileOnTrial(Duration hold, Instant now) {
        return number != null && number.isOnTrial(hold, now);
    }

    /** The number of the account as it is shown, wherever it is of. */
    public Optional<AnyNumber> number() {
        return Optional.ofNullable(number).flatMap(NumberOnFile::any);
    }

    public List<EmailAddress> emails() {
        return List.copyOf(emails);
    }

    public Holder holder() {
        return new Holder(name, organisation);
    }

    public boolean isDisabled() {
        return disabledBecause != null;
    }

    public Optional<DisabledBecause> disabledBecause() {
        return Optional.ofNullable(disabledBecause);
    }

    public SignInLock signInLock() {
        return signInLock;
    }

    public Optional<LockedBecause> lockedBecause() {
        return signInLock.because();
    }

    public Optional<Instant> lockedAt() {
        return signInLock.since();
    }
}
