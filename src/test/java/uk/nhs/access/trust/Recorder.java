package uk.nhs.access.trust;

import io.vertx.core.json.JsonObject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Writes down every call when it is made and when it ends, one JSON value on each line, and keeps what may be nowhere. */
final class Recorder implements AutoCloseable {

    private final long start = System.nanoTime();
    private final BufferedWriter lines;
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Queue<Request> unknown = new ConcurrentLinkedQueue<>();
    private final Map<Command, Integer> done = new ConcurrentHashMap<>();
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Set<String>> passwords = new ConcurrentHashMap<>();

    Recorder(Path file) {
        try {
            lines = Files.newBufferedWriter(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void invoke(int process, Request request) {
        write(process, "invoke", request, new JsonObject());
    }

    Call end(int process, Request request, int status, String body, boolean inDoubt) {
        Call call = Call.heard(process, request, status, body, inDoubt, millis());
        calls.add(call);
        if (call.isOk()) {
            done.merge(request.command(), 1, Integer::sum);
        }
        write(
                process,
                call.outcome().name().toLowerCase(Locale.ROOT),
                request,
                new JsonObject().put("status", status).put("cid", call.cid()));
        return call;
    }

    /** Whether each command is known to have been done so often. */
    boolean isEachDone(int times) {
        return Arrays.stream(Command.values()).allMatch(command -> done.getOrDefault(command, 0) >= times);
    }

    /** Nobody knows yet what became of it. */
    void unknown(Request request) {
        unknown.add(request);
    }

    Queue<Request> unknown() {
        return unknown;
    }

    /** Notes a code, password, answer or token, and returns it. */
    String secret(String text) {
        secrets.add(text);
        return text;
    }

    /** Notes what may come to be the password of an account, and returns it. */
    String password(UUID account, String text) {
        passwords
                .computeIfAbsent(account, first -> ConcurrentHashMap.newKeySet())
                .add(text);
        return text;
    }

    Map<UUID, Set<String>> passwords() {
        return passwords;
    }

    Set<String> secrets() {
        return secrets;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    long millis() {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private void write(int process, String type, Request request, JsonObject value) {
        String line = new JsonObject()
                .put("process", process)
                .put("type", type)
                .put("f", request.command().name())
                .put("value", value.put("who", request.who()).put("key", request.key()))
                .put("t", System.nanoTime() - start)
                .encode();
        synchronized (lines) {
            try {
                lines.write(line);
                lines.newLine();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
