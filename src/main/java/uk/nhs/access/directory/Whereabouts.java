package uk.nhs.access.directory;

import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.OdsCode;

/** Where somebody is to be found in a directory. */
record Whereabouts(OdsCode organisation, EmailAddress address) {}
