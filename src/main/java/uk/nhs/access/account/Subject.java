package uk.nhs.access.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Who somebody is to an identity provider: a name that means something only together with the provider that issued it
 * (OpenID Connect Core 1.0, section 2).
 */
@Embeddable
public record Subject(
        @Column(name = "issuer", nullable = false) String issuer,
        @Column(name = "subject", nullable = false) String name) {}
