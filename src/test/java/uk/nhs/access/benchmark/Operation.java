package uk.nhs.access.benchmark;

import java.util.Locale;

/** What is measured. Its floors are the scripts of its name in {@code src/test/benchmark}. */
enum Operation {
    /** Each for another account. */
    CREATE("have a sign-in code sent", 201),
    WRONG("check a wrong code", 422),
    RIGHT("check a right code", 200),
    CHANGE("ask for another number", 201),
    REDEEM("cancel by the link", 200);

    private final String words;
    private final int status;

    Operation(String words, int status) {
        this.words = words;
        this.status = status;
    }

    static Operation named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is called in the table. */
    String words() {
        return words;
    }

    /** The one that each answer must have. */
    int status() {
        return status;
    }
}
