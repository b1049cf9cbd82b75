/** What several rooms measure alike. */
@NullMarked
package uk.nhs.access.metric;

import org.jspecify.annotations.NullMarked;
