package uk.nhs.access.support;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers that are started later, or again and again. */
public final class FreePort {

    private static final int LEAST = 16_384;

    /** From here on the system gives ports to whoever connects somewhere, also to one that nobody listens on. */
    private static final int LEAST_OF_SYSTEM = 32_768;

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** One that nobody listens on. None comes twice. */
    public static int next() {
        int port = ThreadLocalRandom.current().nextInt(LEAST, LEAST_OF_SYSTEM);
        try (ServerSocket socket = new ServerSocket(port)) {
            return GIVEN.add(socket.getLocalPort()) ? port : next();
        } catch (IOException taken) {
            return next();
        }
    }
}
