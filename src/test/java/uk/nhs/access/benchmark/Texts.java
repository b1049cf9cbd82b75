package uk.nhs.access.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text gateway that accepts everything at once, and knows which code went to which number last. */
final class Texts extends Listener {

    private static final Pattern NUMBER = Pattern.compile("\"phone_number\":\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("\"text\":\"([0-9]{6}) ");

    private final Map<String, String> codes = new ConcurrentHashMap<>();

    /** The code that the number got last, or null. */
    String code(String number) {
        return codes.get(number);
    }

    @Override
    void talk(InputStream in, OutputStream out) throws IOException {
        while (line(in) != null) {
            int length = 0;
            for (String header = line(in); !header.isEmpty(); header = line(in)) {
                if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(
                            header.substring(header.indexOf(':') + 1).strip());
                }
            }
            remember(new String(in.readNBytes(length), StandardCharsets.UTF_8));
            String body = "{\"id\":\"" + UUID.randomUUID() + "\"}";
            say(
                    out,
                    "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                            + "\r\n\r\n" + body);
        }
    }

    private void remember(String sms) {
        Matcher number = NUMBER.matcher(sms);
        Matcher code = CODE.matcher(sms);
        if (number.find() && code.find()) {
            codes.put(number.group(1), code.group(1));
        }
    }
}
