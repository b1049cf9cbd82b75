package uk.nhs.access.retention;

import jakarta.persistence.EntityManager;
import uk.nhs.access.problem.UseCase;

/** Removes what is old. */
@UseCase
class Retention {

    private final EntityManager entities;
    private final RetentionSettings settings;

    Retention(EntityManager entities, RetentionSettings settings) {
        this.entities = entities;
        this.settings = settings;
    }

    /** Removes one batch, of rows that nobody else holds, and says how many they were. */
    int remove(OldRows old) {
        return ((Number) entities.createNativeQuery(old.removal())
                        .setParameter("age", old.age(settings).toString())
                        .setParameter("most", settings.batch())
                        .getSingleResult())
                .intValue();
    }
}
