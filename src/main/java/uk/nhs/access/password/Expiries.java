package uk.nhs.access.password;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.nhs.access.language.Language;

/** Passwords that are about to expire. A temporary one is not reminded of. */
@ApplicationScoped
public class Expiries {

    private final Passwords passwords;
    private final PasswordSettings settings;

    Expiries(Passwords passwords, PasswordSettings settings) {
        this.passwords = passwords;
        this.settings = settings;
    }

    /**
     * What somebody is to be reminded of.
     *
     * @param days the step that is due, of those that were asked for
     */
    public record Reminder(int days, Instant expiresAt, Language language) {}

    /** What all reminders of an account are about, so that they can be taken back. */
    public static UUID reminders(UUID account) {
        return UUID.nameUUIDFromBytes(("password reminders of " + account).getBytes(StandardCharsets.UTF_8));
    }

    /** Whose password has come to one of these numbers of days before its end, and who was not told so. */
    @SuppressWarnings("unchecked")
    public List<UUID> due(List<Integer> days, int limit) {
        return passwords
                .getEntityManager()
                .createNativeQuery("""
                        select account_id from password
                        join account on account.id = account_id and disabled_because is null
                        join lateral (
                            select min(step) as days from unnest(cast(:days as int[])) step
                            where set_at <= (select db_now()) - cast(:validity as interval) + step * interval '24 hours')
                            due on due.days < coalesce(reminded_at_days, due.days + 1)
                        where good_until is null
                            and set_at > (select db_now()) - cast(:validity as interval)
                            and set_at <= (
                                select db_now() - cast(:validity as interval) + max(step) * interval '24 hours'
                                from unnest(cast(:days as int[])) step)
                        order by set_at limit :limit
                        """)
                .setParameter("days", days.toArray(Integer[]::new))
                .setParameter("validity", settings.validity().toString())
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Takes the step that is due, once: one that was missed is left out where a later one has come. */
    public Optional<Reminder> remind(UUID account, List<Integer> days, Instant now) {
        return passwords
                .findByIdOptional(account)
                .filter(password -> password.isSet() && !password.isTemporary())
                .flatMap(password -> due(password, days, now).map(step -> {
                    password.remind(step);
                    return new Reminder(step, password.expiresAt(settings.validity()), password.language());
                }));
    }

    private Optional<Integer> due(Password password, List<Integer> days, Instant now) {
        Instant end = password.expiresAt(settings.validity());
        return days.stream()
                .filter(step -> now.isBefore(end) && !now.isBefore(end.minus(Duration.ofDays(step))))
                .min(Integer::compare)
                .filter(step -> step < password.remindedAtDays().orElse(Integer.MAX_VALUE));
    }
}
