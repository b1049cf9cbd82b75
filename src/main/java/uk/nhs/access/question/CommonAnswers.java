package uk.nhs.access.question;

import java.util.Set;
import java.util.regex.Pattern;

/** Answers that are guessed first, whatever was asked: refusals to answer, single characters, and rows of them. */
final class CommonAnswers {

    private static final Set<String> KNOWN = Set.of(
            "password",
            "passw0rd",
            "secret",
            "answer",
            "my answer",
            "the answer",
            "question",
            "none",
            "nothing",
            "nobody",
            "unknown",
            "anything",
            "whatever",
            "n/a",
            "n / a",
            "not applicable",
            "test",
            "testing",
            "test test",
            "yes",
            "don't know",
            "dont know",
            "do not know",
            "i don't know",
            "i dont know",
            "can't remember",
            "cant remember",
            "qwerty",
            "qwertyuiop",
            "asdf",
            "asdfgh",
            "asdfghjkl",
            "zxcvbn",
            "letmein",
            "let me in",
            "welcome",
            "admin",
            "nhs",
            "nhsmail",
            "nhs mail",
            "nhs.net",
            "cyfrinair",
            "ateb",
            "fy ateb",
            "cyfrinach",
            "dim byd",
            "neb",
            "ddim yn gwybod",
            "dim yn gwybod",
            "anhysbys",
            "croeso",
            "prawf",
            "gig");

    /** One or two characters over and over: «aaa», «ababab». */
    private static final Pattern REPEATED = Pattern.compile("(.{1,2}?)\\1+.?", Pattern.DOTALL);

    private CommonAnswers() {}

    static boolean contain(TypedAnswer answer) {
        String unspaced = answer.plain().replace(" ", "");
        return KNOWN.contains(answer.plain())
                || KNOWN.contains(unspaced)
                || REPEATED.matcher(unspaced).matches()
                || isRow(unspaced, 1)
                || isRow(unspaced, -1);
    }

    /** «1234», «abcd», «321», in any script. */
    private static boolean isRow(String text, int step) {
        int[] points = text.codePoints().toArray();
        for (int i = 1; i < points.length; i++) {
            if (points[i] - points[i - 1] != step) {
                return false;
            }
        }
        return true;
    }
}
