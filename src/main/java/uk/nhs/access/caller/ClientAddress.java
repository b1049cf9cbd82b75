package uk.nhs.access.caller;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address that a request comes from. Each proxy before the service appends to {@code X-Forwarded-For} whom it was asked by.
 * What stands further left than the entries of our own proxies is whatever the client wrote there, and the framework would go
 * by the first of all.
 */
@Singleton
class ClientAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    /** The framework says in it whether a trusted proxy is asking, in place of what came along, but only where forwarding is on. */
    private static final String TRUSTED = "X-Forwarded-Trusted-Proxy";

    private static final Pattern WITH_PORT = Pattern.compile("^\\[(.*)](?::\\d+)?$|^([\\d.]+):\\d+$");
    private static final Pattern IN_DIGITS = Pattern.compile("[\\p{XDigit}:.]+");

    private final int proxies;
    private final boolean forwarding;

    ClientAddress(
            CallerSettings settings,
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                    boolean forwarding) {
        this.proxies = settings.proxies();
        this.forwarding = forwarding;
    }

    /** In digits. Where no proxy tells, it is that of the connection. */
    String of(HttpServerRequest request) {
        String connected = request.connection().remoteAddress().hostAddress();
        return isOfProxy(request)
                ? told(request.headers().getAll(FORWARDED_FOR), proxies).orElse(connected)
                : connected;
    }

    private boolean isOfProxy(HttpServerRequest request) {
        return forwarding && "true".equals(request.getHeader(TRUSTED));
    }

    /** What the outermost of so many proxies appended, or the first entry where there are fewer. Nothing if it is no address. */
    static Optional<String> told(List<String> lines, int proxies) {
        String[] entries = String.join(",", lines).split(",", -1);
        String entry = entries[Math.max(0, entries.length - proxies)].strip();
        String digits = WITH_PORT.matcher(entry).replaceFirst("$1$2");
        return IN_DIGITS.matcher(digits).matches() ? parse(digits) : Optional.empty();
    }

    /** No name is looked up. */
    private static Optional<String> parse(String digits) {
        return Optional.ofNullable(SocketAddress.inetSocketAddress(0, digits).hostAddress());
    }
}
