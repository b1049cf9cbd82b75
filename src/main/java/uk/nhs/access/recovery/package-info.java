/**
 * The way back in for somebody who lost the phone: at the security-code prompt, with the password already accepted.
 *
 * <p>It is proved by the previous number or by a code that was e-mailed. A recovery serves one account and one change, once,
 * for a short time. It never signs anybody in: the change that it opens waits out the same hold, with the same notices.
 */
@NullMarked
package uk.nhs.access.recovery;

import org.jspecify.annotations.NullMarked;
