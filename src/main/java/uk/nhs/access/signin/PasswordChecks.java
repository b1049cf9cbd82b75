package uk.nhs.access.signin;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import uk.nhs.access.directory.PasswordJudge;
import uk.nhs.access.password.Comparison;
import uk.nhs.access.password.PasswordDesk;
import uk.nhs.access.password.TypedPassword;
import uk.nhs.access.problem.Problem;

/**
 * The order of a check: it is counted, then compared, then what came of it is written down.
 *
 * <p>The count has been committed when the comparison begins, so that nobody who goes away, or comes a hundred times at
 * once, has a guess for nothing. The comparison holds up neither connection nor lock. It counts {@code
 * access_password_checks_total}.
 */
@Startup // what is counted begins at 0, so that the first one is seen as an increase
@Singleton
class PasswordChecks {

    private static final String METRIC = "access.password.checks";

    private final PasswordCheckService service;
    private final PasswordDesk desk;
    private final PasswordJudge judge;
    private final MeterRegistry metrics;

    PasswordChecks(PasswordCheckService service, PasswordDesk desk, PasswordJudge judge, MeterRegistry metrics) {
        this.service = service;
        this.desk = desk;
        this.judge = judge;
        this.metrics = metrics;
        List.of("RIGHT", "WRONG", "NOT_COMPARED").forEach(password -> metrics.counter(METRIC, "password", password));
    }

    PasswordCheck ofAccount(UUID account, TypedPassword typed) {
        return judge(service.admit(account), typed);
    }

    PasswordCheck ofAddress(String address, TypedPassword typed) {
        return judge(service.admit(address.strip()), typed);
    }

    /** A refusal costs what a comparison costs. A wrong guess that is not the last leaves nothing to write down. */
    private PasswordCheck judge(Admission admission, TypedPassword typed) {
        if (admission instanceof Admission.Refused refused) {
            desk.pretend(typed);
            count("NOT_COMPARED");
            return PasswordCheck.refused(refused.outcome());
        }
        Admission.Guess guess = (Admission.Guess) admission;
        Comparison comparison = compare(guess, typed);
        count(comparison.matches() ? "RIGHT" : "WRONG");
        return comparison.matches() || guess.last()
                ? service.settle(guess, comparison)
                : PasswordCheck.refused(Outcome.WRONG);
    }

    /** A guess that nobody had the time to look at is none: a rush must not lock those out who know their password. */
    private Comparison compare(Admission.Guess guess, TypedPassword typed) {
        try {
            return judge.compare(guess.kept(), typed);
        } catch (Problem notNow) {
            service.takeBack(guess);
            throw notNow;
        }
    }

    private void count(String password) {
        metrics.counter(METRIC, "password", password).increment();
    }
}
