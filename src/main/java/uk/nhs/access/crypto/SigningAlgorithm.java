package uk.nhs.access.crypto;

/** How tokens are signed with RSA keys, by their names in RFC 7518. */
public enum SigningAlgorithm {
    RS256,
    PS256
}
