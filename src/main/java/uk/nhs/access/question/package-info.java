/**
 * Security questions and answers, which their owner sets while signed in and is asked for when locked out.
 *
 * <p>An answer is kept as a slow, keyed hash of what is left when nobody minds how it was typed. It is never shown, not
 * even to its owner.
 */
@NullMarked
package uk.nhs.access.question;

import org.jspecify.annotations.NullMarked;
