/** How often messages may be sent: counted in the database, so that all replicas count as one. */
@NullMarked
package uk.nhs.access.limit;

import org.jspecify.annotations.NullMarked;
