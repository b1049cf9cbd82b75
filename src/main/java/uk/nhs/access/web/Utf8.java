package uk.nhs.access.web;

import static uk.nhs.access.problem.Cid.BODY_UNREADABLE;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import uk.nhs.access.problem.Problem;

/** Refuses what is not UTF-8: the JSON parser takes overlong forms and halves of pairs for characters. */
final class Utf8 {

    private Utf8() {}

    static void require(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException malformed) {
            throw new Problem(BODY_UNREADABLE);
        }
    }
}
