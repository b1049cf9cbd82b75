package uk.nhs.access.provisioning;

import static uk.nhs.access.problem.Cid.UNAVAILABLE;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import uk.nhs.access.account.MobileNumbers;
import uk.nhs.access.account.Subject;
import uk.nhs.access.caller.Issuers;
import uk.nhs.access.phonechange.DirectChanges.By;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.provisioning.BulkResult.Outcome;
import uk.nhs.access.provisioning.BulkResult.Refused;
import uk.nhs.access.web.Lines;
import uk.nhs.access.web.StrictLines;

/**
 * Takes accounts in by the stream. It reads some lines, carries them out, answers them, and only then reads on: however
 * long the stream is, no more than that is in memory.
 */
@Singleton
class BulkLoad {

    private static final Logger LOG = Logger.getLogger(BulkLoad.class);

    private final BatchService batches;
    private final StrictLines json;
    private final Issuers issuers;
    private final MobileNumbers numbers;
    private final ProvisioningSettings settings;
    private final Semaphore turns;

    BulkLoad(
            BatchService batches,
            StrictLines json,
            Issuers issuers,
            MobileNumbers numbers,
            ProvisioningSettings settings) {
        this.batches = batches;
        this.json = json;
        this.issuers = issuers;
        this.numbers = numbers;
        this.settings = settings;
        this.turns = new Semaphore(settings.streamsAtOnce());
    }

    /**
     * Answers each line of {@code in} with one of {@code out}. A stream that is too slow is ended: the line that was awaited
     * is refused, as it would be were there no turn for it.
     *
     * @throws Problem UNAVAILABLE if as many streams are worked on already as one replica can take
     */
    void run(InputStream in, OutputStream out, By by) throws IOException {
        if (!turns.tryAcquire()) {
            throw busy();
        }
        try {
            TimedStream stream = new TimedStream(in, settings.patience());
            Lines lines = json.of(stream);
            for (List<Lines.Line> some = next(lines);
                    !some.isEmpty();
                    some = stream.isOver() ? List.of() : next(lines)) {
                write(answer(some, by), out, by);
                stream.goOn();
            }
            if (stream.isOver()) {
                write(Stream.of(new Refused(lines.number() + 1, busy())), out, by);
            }
        } finally {
            turns.release();
        }
    }

    /** What came in time is carried out, even if the rest did not. */
    private List<Lines.Line> next(Lines lines) throws IOException {
        List<Lines.Line> some = new ArrayList<>();
        try {
            Lines.Line line = lines.next();
            while (line != null) {
                some.add(line);
                line = some.size() < settings.linesAtOnce() ? lines.next() : null;
            }
        } catch (TimedStream.TooSlow rest) {
            LOG.infof("A stream was too slow after line %d", lines.number());
        }
        return some;
    }

    private Problem busy() {
        return new Problem(UNAVAILABLE).with("retryAfter", settings.retryAfterBusy());
    }

    private Stream<BulkResult> answer(List<Lines.Line> some, By by) {
        Map<Long, BulkResult> results = new LinkedHashMap<>();
        List<BulkLine> readable = new ArrayList<>();
        for (Lines.Line line : some) {
            try {
                readable.add(read(line));
            } catch (Problem refused) {
                results.put(line.number(), new Refused(line.number(), refused));
            }
        }
        carryOut(readable, by).forEach(result -> results.put(result.line(), result));
        return some.stream().map(line -> results.get(line.number()));
    }

    private BulkLine read(Lines.Line line) {
        NewAccount said = json.read(line, NewAccount.class);
        Subject subject = said.owner();
        issuers.requireTrusted(subject);
        return new BulkLine(line.number(), subject, said.particulars(numbers));
    }

    /** Where one line spoils the others, each is carried out alone. */
    private List<BulkResult> carryOut(List<BulkLine> lines, By by) {
        if (lines.isEmpty()) {
            return List.of();
        }
        try {
            return batches.carryOut(lines, by);
        } catch (RuntimeException failed) {
            LOG.warnf(
                    failed,
                    "Lines %d to %d are tried one by one",
                    lines.get(0).number(),
                    last(lines).number());
            return lines.stream().map(line -> carryOutAlone(line, by)).toList();
        }
    }

    /** An outage ends the stream without an end: whoever gets no answer to a line sends it again. */
    private BulkResult carryOutAlone(BulkLine line, By by) {
        try {
            return batches.carryOut(List.of(line), by).get(0);
        } catch (RuntimeException failed) {
            Problem problem = json.explain(failed);
            if (problem.cid() == UNAVAILABLE) {
                throw failed;
            }
            LOG.errorf(failed, "Line %d could not be carried out", line.number());
            return new Refused(line.number(), problem);
        }
    }

    private void write(Stream<BulkResult> results, OutputStream out, By by) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        results.map(result -> json.line(written(result, by))).forEach(lines::writeBytes);
        out.write(lines.toByteArray());
        out.flush();
    }

    private Object written(BulkResult result, By by) {
        if (!(result instanceof Refused refused)) {
            return result;
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("line", refused.line());
        line.put("outcome", Outcome.REFUSED);
        line.putAll(json.refusal(refused.problem(), by.language()));
        return line;
    }

    private static BulkLine last(List<BulkLine> lines) {
        return lines.get(lines.size() - 1);
    }
}
