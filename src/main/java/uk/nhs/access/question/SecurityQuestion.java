package uk.nhs.access.question;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import uk.nhs.access.account.Account;

/** A question that the owner of an account set, in its place among the others, and the hash of the answer. */
@Entity
class SecurityQuestion {

    @Id
    private UUID id;

    private UUID accountId;

    private int position;

    @Embedded
    private Question question;

    private String hash;

    private Instant setAt;

    SecurityQuestion() {}

    static SecurityQuestion set(Account account, int position, HashedAnswer hashed, Instant now) {
        SecurityQuestion set = new SecurityQuestion();
        set.id = UUID.randomUUID();
        set.accountId = account.id();
        set.position = position;
        set.question = hashed.question();
        set.hash = hashed.hash();
        set.setAt = now;
        return set;
    }

    /** The same answer, hashed as it is done today. */
    void renew(String renewed) {
        hash = renewed;
    }

    Question question() {
        return question;
    }

    String hash() {
        return hash;
    }

    Instant since() {
        return setAt;
    }
}
