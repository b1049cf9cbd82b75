package uk.nhs.access.unlock;

import java.time.Instant;
import java.util.Optional;
import uk.nhs.access.account.Account;

/** An unlock that nobody else changes until the transaction ends, and its account; none, where it is nobody's. */
record Held(Optional<Account> account, Unlock unlock, Instant now) {}
