package uk.nhs.access.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.SomeAccount;

class KeptAnswersTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Account account = SomeAccount.open();
    private final Question standard = new Question(StandardQuestion.FIRST_FILM, null);
    private final Question own = new Question(null, "Where did the boat lie?");

    @Test
    void questions_are_kept_in_their_order_with_the_hashes_of_their_answers() {
        SecurityQuestion first = SecurityQuestion.set(account, 0, new HashedAnswer(own, "first"), NOW);
        SecurityQuestion second = SecurityQuestion.set(account, 1, new HashedAnswer(standard, "second"), NOW);
        second.renew("renewed");

        KeptAnswers kept = KeptAnswers.of(List.of(first, second));

        assertThat(kept.questions()).containsExactly(own, standard);
        assertThat(kept.hashes()).containsExactly("first", "renewed");
        assertThat(kept.isNone()).isFalse();
        assertThat(first.since()).isEqualTo(NOW);
    }

    @Test
    void where_none_are_set_there_is_none() {
        assertThat(KeptAnswers.of(List.of()).isNone()).isTrue();
    }

    @Test
    void a_question_is_a_standard_one_or_somebodys_own_whose_words_are_not_shown_in_passing() {
        assertThat(standard.isOwn()).isFalse();
        assertThat(standard).hasToString("FIRST_FILM");
        assertThat(own.isOwn()).isTrue();
        assertThat(own).hasToString("OWN");
        assertThatIllegalStateException().isThrownBy(() -> new Question(null, null));
        assertThatIllegalStateException().isThrownBy(() -> new Question(StandardQuestion.FIRST_FILM, "Where?"));
    }

    @Test
    void they_are_not_shown_in_passing() {
        assertThat(new KeptAnswers(List.of(own), List.of("hash"))).hasToString("KeptAnswers[hidden]");
    }
}
