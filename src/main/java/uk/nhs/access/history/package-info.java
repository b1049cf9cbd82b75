/** What happened to each account: who, what, when, why and from where. Only ever added to; the database sees to it. */
@NullMarked
package uk.nhs.access.history;

import org.jspecify.annotations.NullMarked;
