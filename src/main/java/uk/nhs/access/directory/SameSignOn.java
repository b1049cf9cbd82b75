package uk.nhs.access.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.crypto.Sealer;
import uk.nhs.access.directory.TargetState.Action;
import uk.nhs.access.directory.TargetState.State;
import uk.nhs.access.history.History;
import uk.nhs.access.language.Language;
import uk.nhs.access.password.SentTemporary;
import uk.nhs.access.password.TypedPassword;

/**
 * One password for the mailbox and for the directory of an organisation that adopted Same Sign On. What is ordered here
 * commits, or vanishes, with the change that it belongs to. Whoever calls this holds the lock on the account.
 */
@ApplicationScoped
public class SameSignOn {

    /** Something waits to be carried there. */
    record Queued(OdsCode organisation) {}

    private final Directories directories;
    private final CarriedChanges changes;
    private final CarrySettings settings;
    private final Sealer sealer;
    private final History history;
    private final Event<Queued> queued;

    SameSignOn(
            Directories directories,
            CarriedChanges changes,
            CarrySettings settings,
            Sealer sealer,
            History history,
            Event<Queued> queued) {
        this.directories = directories;
        this.changes = changes;
        this.settings = settings;
        this.sealer = sealer;
        this.history = history;
        this.queued = queued;
    }

    /** The account is not locked any more: nor is it to be in the directory, which has a lock of its own. */
    public List<TargetState> unlocked(Account account, Language language, Instant now) {
        return states(Action.UNLOCK, State.DONE, order(account, language, now), order -> {
            CarriedChange unlock = CarriedChange.of(Errand.UNLOCK, order, now.plus(settings.giveUp()));
            changes.replace(Set.of(Errand.UNLOCK), unlock, now);
            return unlock;
        });
    }

    /** The owner chose another password. */
    public List<TargetState> passwordChosen(Account account, TypedPassword chosen, Language language, Instant now) {
        return states(Action.PASSWORD, State.DONE, order(account, language, now), order -> {
            UUID id = UUID.randomUUID();
            CarriedChange password = CarriedChange.chosen(
                    id,
                    sealer.seal(id, chosen.text()),
                    order,
                    now.plus(least(settings.passwordLife(), settings.giveUp())));
            changes.replace(Carriages.PASSWORDS, password, now);
            return password;
        });
    }

    /** A temporary password is on its way: {@link #temporaryArrived} has it carried, and {@link #temporaryLost} forgotten. */
    public List<TargetState> temporarySent(Account account, SentTemporary sent, Language language, Instant now) {
        changes.dropAwaited(account.id(), now);
        return states(Action.PASSWORD, State.QUEUED, order(account, language, now), order -> {
            CarriedChange temporary = CarriedChange.temporary(
                    sent.id(), sealer.seal(sent.id(), sent.password().value()), order, sent.goodUntil());
            changes.persist(temporary);
            return temporary;
        });
    }

    /** The temporary password has taken the place of the present one. */
    public void temporaryArrived(UUID sent, Instant now) {
        changes.findByIdOptional(sent)
                .filter(temporary -> temporary.state() == CarryState.AWAITED)
                .ifPresent(temporary -> {
                    temporary.arrive(now);
                    changes.supersede(Carriages.PASSWORDS, temporary, now);
                    queued.fire(new Queued(temporary.organisation()));
                });
    }

    /** The temporary password never arrived, or too late. */
    public void temporaryLost(UUID sent, Instant now) {
        changes.findByIdOptional(sent)
                .filter(temporary -> temporary.state() == CarryState.AWAITED)
                .ifPresent(temporary -> temporary.supersede(now));
    }

    /** How far what was done last has come in the directory; nothing where the organisation has not adopted Same Sign On. */
    public Optional<List<TargetState>> standing(Account account) {
        return adopted(account)
                .map(organisation -> changes.newest(account.id(), organisation).stream()
                        .map(TargetState::from)
                        .toList());
    }

    private List<TargetState> states(
            Action action, State mailbox, Optional<Ordered> order, Function<Ordered, CarriedChange> ordered) {
        Optional<TargetState> directory = order.map(there -> {
            CarriedChange change = ordered.apply(there);
            queued.fire(new Queued(there.organisation()));
            return TargetState.from(change);
        });
        return Stream.concat(Stream.of(TargetState.ofMailbox(action, mailbox)), directory.stream())
                .toList();
    }

    private Optional<Ordered> order(Account account, Language language, Instant now) {
        return adopted(account)
                .map(organisation -> new Ordered(
                        account.id(),
                        organisation,
                        language,
                        now,
                        firstSync(account, organisation, now).orElse(null)));
    }

    private Optional<OdsCode> adopted(Account account) {
        return Optional.ofNullable(account.holder().organisation())
                .filter(organisation -> directories.of(organisation).isPresent());
    }

    /** When the account has had the time for its first sync, if it is not known to have had it. */
    private Optional<Instant> firstSync(Account account, OdsCode organisation, Instant now) {
        return history.joinedOrganisation(account.id())
                .filter(joined -> now.isBefore(joined.plus(settings.firstSync())))
                .filter(joined -> !changes.isKnown(account.id(), organisation, joined))
                .map(joined -> joined.plus(settings.firstSync()));
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
