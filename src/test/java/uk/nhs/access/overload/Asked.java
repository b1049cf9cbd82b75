package uk.nhs.access.overload;

import io.vertx.core.buffer.Buffer;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param expected the statuses of its answer when it was worked on
 * @param answered what is to be done with the body of that answer
 */
record Asked(String path, @Nullable String token, Buffer body, Set<Integer> expected, Consumer<Buffer> answered) {}
