package uk.nhs.access.packaged;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many callers who call at the same moment. */
public final class Crowd {

    private Crowd() {}

    /** What each of {@code size} callers got, who all were let go at once. */
    public static <T> List<T> atOnce(int size, IntFunction<T> call) {
        ExecutorService callers = Executors.newFixedThreadPool(size);
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<T>> calls = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int number = i;
                calls.add(callers.submit(() -> {
                    go.await();
                    return call.apply(number);
                }));
            }
            go.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> future : calls) {
                answers.add(future.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            callers.shutdownNow();
        }
    }
}
