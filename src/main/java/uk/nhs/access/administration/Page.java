package uk.nhs.access.administration;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of many.
 *
 * @param next where the next page begins, or null where this is the last
 */
record Page<T>(List<T> items, @Nullable String next) {

    /** The first {@code most} of what was found, where one more was looked for than that. */
    static <R, T> Page<T> of(List<R> found, int most, Function<R, T> view, Function<R, Object> id) {
        List<R> shown = found.subList(0, Math.min(most, found.size()));
        String next = found.size() > most ? id.apply(shown.get(most - 1)).toString() : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
