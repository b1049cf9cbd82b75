package uk.nhs.access.code;

import java.time.Instant;
import java.util.UUID;
import uk.nhs.access.crypto.SecurityCode;

/** A code in the moment in which it is sent, and known in the clear for the last time. */
public record IssuedCode(UUID id, SecurityCode code, Instant expiresAt) {}
