package uk.nhs.access.provisioning;

import uk.nhs.access.account.Subject;

/** A line that could be read: whose account, and what is said of it. */
record BulkLine(long number, Subject subject, Particulars said) {}
