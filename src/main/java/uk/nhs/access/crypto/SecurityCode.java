package uk.nhs.access.crypto;

import java.security.SecureRandom;

/** The digits that somebody types in to prove that a message reached them. Never logged, never stored in the clear. */
public record SecurityCode(String digits) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A fresh code, uniform over all that have {@code length} digits, leading zeros kept. */
    public static SecurityCode random(int length) {
        StringBuilder digits = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            digits.append((char) ('0' + RANDOM.nextInt(10)));
        }
        return new SecurityCode(digits.toString());
    }

    @Override
    public String toString() {
        return "SecurityCode[hidden]";
    }
}
