package uk.nhs.access.unlock;

import java.util.UUID;

/**
 * Whom the details are taken for.
 *
 * @param subject the account if they are right, and otherwise nobody, but the same nobody each time
 * @param addressName stands for the address that was typed, known or not
 * @param seed decides what nobody is asked
 */
record Recognition(UUID subject, String addressName, UUID seed) {

    /** Whether the details are those of an account. */
    boolean isSomebody() {
        return !subject.equals(seed);
    }
}
