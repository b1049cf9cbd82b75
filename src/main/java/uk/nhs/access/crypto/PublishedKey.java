package uk.nhs.access.crypto;

/** The public half of a key that tokens are signed with, as a JSON Web Key (RFC 7517). */
public record PublishedKey(String kty, String use, String alg, String kid, String n, String e) {}
