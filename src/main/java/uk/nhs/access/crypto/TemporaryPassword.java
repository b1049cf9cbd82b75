package uk.nhs.access.crypto;

import java.security.SecureRandom;

/** A password that the service made, for one sign-in. Never logged, and stored only as a slow hash. */
public record TemporaryPassword(String value) {

    /** 32 characters that nobody takes for one another, whatever the font: neither l, 1, o nor 0. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A fresh one, uniform over 80 bits. */
    public static TemporaryPassword random() {
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new TemporaryPassword(password.toString());
    }

    /** One that nobody is ever told: longer, and of all kinds of characters that a directory may ask for. */
    public static TemporaryPassword unknown() {
        return new TemporaryPassword("Aa2-" + random().value() + random().value());
    }

    @Override
    public String toString() {
        return "TemporaryPassword[hidden]";
    }
}
