package uk.nhs.access.question;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.language.Language;

/**
 * What is asked: a question that everybody is offered, or one that the owner wrote.
 *
 * @param own 10 to 150 characters, where the question is not a standard one
 */
@Embeddable
public record Question(
        @Enumerated(EnumType.STRING) @Nullable StandardQuestion standard,
        @Column(name = "own") @Nullable String own) {

    public Question {
        if ((standard == null) == (own == null)) {
            throw new IllegalStateException("A question is a standard one or somebody's own");
        }
    }

    public boolean isOwn() {
        return own != null;
    }

    /** What it is called in lists and in the history, where the words of an own question have no place. */
    public String name() {
        return standard == null ? "OWN" : standard.name();
    }

    /** Its words in all languages that it is written in. */
    Stream<String> texts() {
        return standard == null
                ? Stream.ofNullable(own)
                : Stream.of(Language.values()).map(standard::text);
    }

    /** What somebody asks themselves is for them alone. */
    @Override
    public String toString() {
        return name();
    }
}
