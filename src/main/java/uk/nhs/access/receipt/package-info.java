/**
 * Delivery receipts: what GOV.UK Notify reports of texts that it has taken over.
 *
 * <p>Repeated and reordered receipts leave what the right ones in the right order would. One that comes before we know
 * what it is about is parked until we do, or for some weeks. Whom the text went to is in every receipt, and is neither
 * read nor kept.
 */
@NullMarked
package uk.nhs.access.receipt;

import org.jspecify.annotations.NullMarked;
