/** What every request and every answer obeys: strict JSON, a bounded size, and the shape of a refusal. */
@NullMarked
package uk.nhs.access.web;

import org.jspecify.annotations.NullMarked;
