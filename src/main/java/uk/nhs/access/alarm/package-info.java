/** What must wake somebody up: said once, in the log and as a metric that alert rules watch. */
@NullMarked
package uk.nhs.access.alarm;

import org.jspecify.annotations.NullMarked;
