package uk.nhs.access.web;

import static uk.nhs.access.problem.Cid.BODY_TOO_LARGE;
import static uk.nhs.access.problem.Cid.BODY_UNREADABLE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import uk.nhs.access.language.Language;
import uk.nhs.access.problem.Cid;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.problem.Wording;

/** Streams of JSON, one value on each line (NDJSON): each line is held to what a whole body is held to. */
@Singleton
public class StrictLines {

    private final WebSettings settings;
    private final ObjectMapper json;
    private final Validator validator;
    private final Failures failures;

    StrictLines(WebSettings settings, ObjectMapper json, Validator validator, Failures failures) {
        this.settings = settings;
        this.json = json;
        this.validator = validator;
        this.failures = failures;
    }

    public Lines of(InputStream stream) {
        return new Lines(stream, settings.maxBodyBytes());
    }

    /**
     * What a line says.
     *
     * @throws Problem as a body would be refused that says the same
     */
    public <T> T read(Lines.Line line, Class<T> type) {
        if (!line.whole()) {
            throw new Problem(BODY_TOO_LARGE);
        }
        try {
            Utf8.require(line.bytes());
            T said = json.readValue(line.bytes(), type);
            if (said == null) {
                throw new Problem(BODY_UNREADABLE);
            }
            Set<ConstraintViolation<Object>> violations = validator.validate(said);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return said;
        } catch (IOException | ConstraintViolationException malformed) {
            throw failures.explain(malformed);
        }
    }

    /** What a failure means to whoever sent the line. */
    public Problem explain(Throwable failure) {
        return failures.explain(failure);
    }

    /** A refusal as it stands on a line: its reference, what a person reads, and its facts. */
    public Map<String, Object> refusal(Problem problem, Language language) {
        Cid cid = problem.cid();
        Map<String, Object> refusal = new LinkedHashMap<>();
        refusal.put("cid", cid.reference());
        refusal.put("detail", Wording.detail(cid, language));
        refusal.putAll(problem.facts());
        return refusal;
    }

    /** A line that says {@code value}. */
    public byte[] line(Object value) {
        try {
            byte[] written = json.writeValueAsBytes(value);
            byte[] line = Arrays.copyOf(written, written.length + 1);
            line[written.length] = '\n';
            return line;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("What we answer is JSON", impossible);
        }
    }
}
