package uk.nhs.access.question;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import uk.nhs.access.account.Account;

/** All security questions. Whoever changes those of an account holds the lock on it. */
@ApplicationScoped
public class SecurityQuestions implements PanacheRepositoryBase<SecurityQuestion, UUID> {

    private final QuestionSettings settings;

    SecurityQuestions(QuestionSettings settings) {
        this.settings = settings;
    }

    /** What there is to ask and to compare with, to be taken out of the transaction. */
    public KeptAnswers kept(UUID account) {
        return KeptAnswers.of(of(account));
    }

    public boolean areSet(UUID account) {
        return !of(account).isEmpty();
    }

    /** When those that are set were chosen, if any are. */
    public Optional<Instant> since(UUID account) {
        return of(account).stream().findFirst().map(SecurityQuestion::since);
    }

    /** Keeps newer hashes of the same answers. */
    public void renew(UUID account, List<String> renewed) {
        List<SecurityQuestion> set = of(account);
        IntStream.range(0, renewed.size()).forEach(i -> set.get(i).renew(renewed.get(i)));
    }

    /** In their order. Where fewer are set than are asked by now, they count as none: nobody else is asked so few. */
    List<SecurityQuestion> of(UUID account) {
        List<SecurityQuestion> all = list("accountId = ?1 order by position", account);
        return all.size() < settings.count() ? List.of() : all.subList(0, settings.count());
    }

    /** Puts these in the place of all that were set before. */
    public void replace(Account account, List<HashedAnswer> chosen, Instant now) {
        delete("accountId", account.id());
        IntStream.range(0, chosen.size()).forEach(i -> persist(SecurityQuestion.set(account, i, chosen.get(i), now)));
    }
}
