package uk.nhs.access.development;

import jakarta.inject.Singleton;
import java.time.Instant;
import uk.nhs.access.account.Account;
import uk.nhs.access.question.AnswerDesk;
import uk.nhs.access.question.SecurityQuestions;

/** The security questions of the accounts that are there to play with. */
@Singleton
class DemoQuestions {

    private final SecurityQuestions questions;
    private final AnswerDesk desk;

    DemoQuestions(SecurityQuestions questions, AnswerDesk desk) {
        this.questions = questions;
        this.desk = desk;
    }

    /** Unless some are set. */
    void set(Account account, DemoPerson person, Instant now) {
        if (!person.answers().isEmpty() && !questions.areSet(account.id())) {
            questions.replace(account, desk.hash(person.answers()), now);
        }
    }
}
