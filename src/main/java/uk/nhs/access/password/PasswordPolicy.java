package uk.nhs.access.password;

import static uk.nhs.access.problem.Cid.PASSWORD_REFUSED;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import uk.nhs.access.problem.Problem;

/**
 * What makes a password good enough: its length, and that nobody would guess it (NIST SP 800-63B-4, section 3.1.1.2).
 *
 * <p>Any script and blanks are welcome, nothing is cut off, and no kinds of characters are asked for. That it was not
 * used before is for {@link PasswordDesk} to say, which is slow.
 */
@Singleton
public class PasswordPolicy {

    private final PasswordSettings settings;
    private final CommonPasswords common;
    private final BreachedPasswords breached;

    PasswordPolicy(PasswordSettings settings, CommonPasswords common, BreachedPasswords breached) {
        this.settings = settings;
        this.common = common;
        this.breached = breached;
    }

    /**
     * Refuses a password that somebody could guess who knows what is public, or whose it is.
     *
     * @throws Problem PASSWORD_REFUSED with all the {@code reasons}
     */
    public void require(TypedPassword chosen, OwnWords owner) {
        List<PasswordReason> reasons = reasons(chosen, owner);
        if (!reasons.isEmpty()) {
            throw new Problem(PASSWORD_REFUSED).with("reasons", reasons);
        }
    }

    List<PasswordReason> reasons(TypedPassword chosen, OwnWords owner) {
        if (chosen.length() > settings.longest()) {
            return List.of(PasswordReason.TOO_LONG);
        }
        List<PasswordReason> reasons = new ArrayList<>();
        if (chosen.length() < settings.shortest()) {
            reasons.add(PasswordReason.TOO_SHORT);
        }
        if (common.isCommon(chosen)) {
            reasons.add(PasswordReason.COMMON);
        }
        if (breached.contain(chosen)) {
            reasons.add(PasswordReason.BREACHED);
        }
        if (owner.name().isIn(chosen)) {
            reasons.add(PasswordReason.LIKE_YOUR_NAME);
        }
        if (owner.addresses().isIn(chosen)) {
            reasons.add(PasswordReason.LIKE_YOUR_ADDRESS);
        }
        return reasons;
    }
}
