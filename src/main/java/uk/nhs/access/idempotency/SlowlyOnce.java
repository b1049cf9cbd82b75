package uk.nhs.access.idempotency;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Callable;
import uk.nhs.access.problem.Problem;

/**
 * Does once what takes its time between transactions of its own, and holds neither a connection nor a lock meanwhile.
 *
 * <p>A mark says that the request is being worked on. Its answer is kept once the work is done, and not together with it:
 * after a crash between the two, and once the mark is over, the work itself must refuse to be done twice.
 */
@Singleton
class SlowlyOnce {

    private final Marks marks;
    private final Answers answers;

    SlowlyOnce(Marks marks, Answers answers) {
        this.marks = marks;
        this.answers = answers;
    }

    Object answer(KeyedRequest request, Callable<Object> work) throws Exception {
        marks.set(request);
        Optional<Answer> answer = Optional.empty();
        try {
            Object done = work.call();
            answer = Optional.of(answers.of(done));
            return done;
        } catch (Problem refused) {
            answer = answers.ifFinal(refused);
            throw refused;
        } finally {
            answer.ifPresentOrElse(given -> marks.replace(request, given), () -> marks.remove(request));
        }
    }
}
