package uk.nhs.access.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/** Refuses texts that no database keeps: with NUL in them, or with half a surrogate pair (RFC 7493, section 2.1). */
class WholeText extends StdScalarDeserializer<String> {

    WholeText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && text.codePoints().anyMatch(WholeText::isNone)) {
            throw context.weirdStringException(text, String.class, "not a text");
        }
        return text;
    }

    private static boolean isNone(int character) {
        return character == 0 || Character.getType(character) == Character.SURROGATE;
    }
}
