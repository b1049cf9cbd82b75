package uk.nhs.access.directory;

import java.util.HashMap;
import java.util.Map;

/** The same two organisations, whose directories are told of changes without delay, and not asked for any. */
public class Carrying extends Adopted {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.putAll(Map.of(
                "directory.sync-every", "24h",
                "directory.connect-timeout", "500ms",
                "directory.answer-timeout", "1s",
                "directory.retry-first", "50ms",
                "directory.retry-most", "200ms",
                "unlock.in-an-hour-by-address", "100000",
                "administration.in-an-hour", "1000"));
        return settings;
    }
}
