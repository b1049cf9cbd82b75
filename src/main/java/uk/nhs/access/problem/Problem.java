package uk.nhs.access.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A refusal that the caller can understand and act on. What can only be a bug is an {@link IllegalStateException}. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Cid cid;
    private final UUID instance = UUID.randomUUID();
    private final transient Map<String, Object> facts = new LinkedHashMap<>();

    public Problem(Cid cid) {
        super(cid.name(), null, false, false);
        this.cid = cid;
    }

    /** Adds a fact that the client needs in order to go on, such as {@code attemptsLeft}. Never a secret. */
    public Problem with(String name, Object fact) {
        facts.put(name, fact);
        return this;
    }

    public Cid cid() {
        return cid;
    }

    /** Names this one occurrence, in the answer and in our log. */
    public UUID instance() {
        return instance;
    }

    public Map<String, Object> facts() {
        return Collections.unmodifiableMap(facts);
    }
}
