package uk.nhs.access.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.interceptor.InvocationContext;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.account.Subject;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.crypto.Fingerprints;
import uk.nhs.access.crypto.KeyedHashes;

/**
 * Gives requests their names.
 *
 * <p>A key belongs to the person who uses it, to the way in which they came in, and to the organisations that they look
 * after. Where nobody is signed in it belongs to the body and the path, of which one holds the secret that opens the
 * operation: whoever guesses a key learns nothing of what another was answered.
 */
@Singleton
class KeyedRequests {

    private final HttpServerRequest request;
    private final Callers callers;
    private final KeyedHashes hashes;
    private final ObjectMapper json;

    KeyedRequests(HttpServerRequest request, Callers callers, KeyedHashes hashes, ObjectMapper json) {
        this.request = request;
        this.callers = callers;
        this.hashes = hashes;
        this.json = json;
    }

    /** The request that runs, if it came with a key. */
    Optional<KeyedRequest> current(InvocationContext operation) {
        return IdempotencyKey.of(request.headers().getAll(IdempotencyKey.HEADER))
                .map(key -> named(key, operation));
    }

    private KeyedRequest named(IdempotencyKey key, InvocationContext operation) {
        return new KeyedRequest(hashes.underEachKey().stream()
                .map(under -> name(under, key, operation))
                .toList());
    }

    private KeyedRequest.Name name(Fingerprints under, IdempotencyKey key, InvocationContext operation) {
        String body = under.of("idempotent body", body(operation));
        String owner = isForAnybody(operation) ? body : person(under);
        return new KeyedRequest.Name(
                under.of("idempotency key", owner, request.method(), request.path(), key.value()), body);
    }

    /** Whoever has only the password gets nothing that the same person got signed in, nor the other way round. */
    private String person(Fingerprints under) {
        Subject subject = callers.subject();
        String way = callers.isRecovering() ? "idempotent person recovering" : "idempotent person";
        String organisations =
                callers.organisations().stream().map(OdsCode::value).sorted().collect(Collectors.joining(" "));
        return under.of(way, subject.issuer(), subject.name(), organisations);
    }

    /** What was read of the body: how it was spaced is nobody's intention. */
    private String body(InvocationContext operation) {
        try {
            return json.writeValueAsString(operation.getParameters());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("What was read from JSON can be written as JSON", impossible);
        }
    }

    private static boolean isForAnybody(InvocationContext operation) {
        return operation.getMethod().getDeclaringClass().isAnnotationPresent(PermitAll.class);
    }
}
