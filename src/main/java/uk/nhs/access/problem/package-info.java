/**
 * How the service says no: every refusal has a CID reference that people can quote to support.
 *
 * <p>One catalogue ({@link uk.nhs.access.problem.Cid}), one exception ({@link uk.nhs.access.problem.Problem}), one mapper.
 * A refusal inside a {@link uk.nhs.access.problem.UseCase} commits, so that it counts.
 */
@NullMarked
package uk.nhs.access.problem;

import org.jspecify.annotations.NullMarked;
