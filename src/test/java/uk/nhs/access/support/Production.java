package uk.nhs.access.support;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import uk.nhs.access.contract.Door;

/** What a process of the packaged service is told, as in production by its environment alone. */
public final class Production {

    /** The secret of the hashes and of what is sealed. */
    public static final String KEYS = "it1:" + "dGhpcyBpcyBub3QgYSBzZWNyZXQsIGJ1dCBhIHRlc3Q=";

    private Production() {}

    /**
     * What production needs, and what else a service needs that runs beside its gateways.
     *
     * @param settings its database and issuer, as {@link PostgresForTests} names them
     * @param texts where GOV.UK Notify is
     * @param mails the port of the mail server
     */
    public static Map<String, String> environment(
            Map<String, String> settings, URI texts, String apiKey, String templateId, int mails) {
        Map<String, String> environment = new HashMap<>();
        settings.forEach((name, value) -> environment.put(variable(name), value));
        environment.put("CALLER_ISSUERS_TESTS_SCOPES", String.join(",", Door.keys()));
        environment.put("CRYPTO_KEYS", KEYS);
        environment.put("PHONE_CHANGE_CANCEL_PAGE", "https://app.example.org/cancel");
        environment.put("NOTICE_NOTIFY_URL", texts.toString());
        environment.put("NOTICE_NOTIFY_API_KEY", apiKey);
        environment.put("NOTICE_NOTIFY_TEMPLATE_ID", templateId);
        environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        environment.put("QUARKUS_MAILER_PORT", String.valueOf(mails));
        environment.put("QUARKUS_MAILER_FROM", "NHS account <no-reply@example.org>");
        environment.put("QUARKUS_MAILER_START_TLS", "DISABLED");
        return environment;
    }

    /** A process that is told this and no more, and listens at these ports on this machine only. */
    public static void tell(ProcessBuilder service, Map<String, String> environment, int port, int management) {
        Map<String, String> told = service.environment();
        told.keySet().removeIf(name -> name.matches("(?i)quarkus.*|java_tool_options"));
        told.putAll(environment);
        told.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        told.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        told.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        told.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(management));
    }

    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
