/**
 * What the service forgets, and when: rows that nothing needs any more are removed by the service itself.
 *
 * <p>Any number of replicas may do it at once: each takes rows that no other holds, a few at a time.
 */
@NullMarked
package uk.nhs.access.retention;

import org.jspecify.annotations.NullMarked;
