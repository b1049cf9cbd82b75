package uk.nhs.access.start;

import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What production must be told, and what it must not be told. */
final class ProductionGuard {

    /** A setting without which production cannot work. */
    private record Needed(String setting, String what) {

        Stream<String> faults(SmallRyeConfig settings) {
            return isSet(settings, setting)
                    ? Stream.empty()
                    : Stream.of(variable(setting) + " is not set. It is " + what + ".");
        }
    }

    /** A value that belongs to development. */
    private record Forbidden(String setting, String value, String why) {

        Stream<String> faults(SmallRyeConfig settings) {
            return has(settings, setting, value) ? Stream.of(refused(setting, value, why)) : Stream.empty();
        }
    }

    private static final List<Needed> ALWAYS = List.of(
            new Needed("crypto.keys", "the list of the service's keys, each as id:base64 of 32 random bytes"),
            new Needed("quarkus.datasource.jdbc.url", "the address of the PostgreSQL database, as jdbc:postgresql://…"),
            new Needed("quarkus.datasource.username", "the name of the database user"),
            new Needed("quarkus.datasource.password", "the password of the database user"),
            new Needed("phone-change.cancel-page", "the address of the page that cancel links open"),
            new Needed(
                    "quarkus.http.proxy.proxy-address-forwarding",
                    "true behind a proxy that names the client (set QUARKUS_HTTP_PROXY_TRUSTED_PROXIES too), else false"));

    private static final Needed BEHIND_A_PROXY = new Needed(
            "quarkus.http.proxy.trusted-proxies",
            "the list of the proxies whose word on the client's address counts, where forwarding is on");

    private static final List<Needed> FOR_NOTIFY = List.of(
            new Needed("notice.notify.api-key", "the API key for GOV.UK Notify, which sends the texts"),
            new Needed("notice.notify.template-id", "the template of GOV.UK Notify that all texts use"));

    private static final List<Needed> FOR_SMTP = List.of(
            new Needed("quarkus.mailer.host", "the mail server that sends the e-mails"),
            new Needed("quarkus.mailer.from", "the address that e-mails come from"));

    private static final List<Forbidden> NEVER = List.of(
            new Forbidden("development.enabled", "true", "anybody could sign in as anybody"),
            new Forbidden("account.fictional-numbers", "true", "no phone has such a number"),
            new Forbidden("notice.text", "inbox", "anybody could read the texts"),
            new Forbidden("notice.email", "inbox", "anybody could read the e-mails"),
            new Forbidden("event.throw-away-key", "true", "no replica could check what another has signed"),
            new Forbidden("quarkus.http.proxy.allow-forwarded", "true", "clients are known by X-Forwarded-For alone"),
            new Forbidden("quarkus.mailer.mock", "true", "no e-mail would leave"),
            new Forbidden("quarkus.mailer.trust-all", "true", "anybody could pose as the mail server"));

    private ProductionGuard() {}

    /** One sentence for each fault that must keep production from starting; none outside production. */
    static List<String> faults(SmallRyeConfig settings) {
        if (!StartSettings.areOfProduction(settings)) {
            return List.of();
        }
        return Stream.of(
                        ALWAYS.stream().flatMap(needed -> needed.faults(settings)),
                        TrustGuard.faults(settings),
                        BEHIND_A_PROXY.faults(settings).filter(fault -> isBehindProxy(settings)),
                        needed(settings, "notice.text", "inbox", FOR_NOTIFY),
                        needed(settings, "notice.email", "inbox", FOR_SMTP),
                        NEVER.stream().flatMap(forbidden -> forbidden.faults(settings)),
                        SafetyGuard.faults(settings))
                .flatMap(faults -> faults)
                .toList();
    }

    private static boolean isBehindProxy(SmallRyeConfig settings) {
        return has(settings, "quarkus.http.proxy.proxy-address-forwarding", "true");
    }

    private static Stream<String> needed(SmallRyeConfig settings, String setting, String unless, List<Needed> needed) {
        return has(settings, setting, unless) ? Stream.empty() : needed.stream().flatMap(each -> each.faults(settings));
    }

    static boolean isSet(SmallRyeConfig settings, String setting) {
        return settings.getOptionalValue(setting, String.class)
                .filter(value -> !value.isBlank())
                .isPresent();
    }

    /** A switch may be written as true, yes, on or 1. */
    static boolean has(SmallRyeConfig settings, String setting, String value) {
        return "true".equals(value)
                ? settings.getOptionalValue(setting, Boolean.class).orElse(false)
                : settings.getOptionalValue(setting, String.class)
                        .map(String::strip)
                        .filter(value::equalsIgnoreCase)
                        .isPresent();
    }

    static String refused(String setting, Object value, String why) {
        return variable(setting) + " is " + value + ", which production refuses: " + why + ".";
    }

    /** The environment variable that sets a setting. */
    static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
