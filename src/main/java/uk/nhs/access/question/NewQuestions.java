package uk.nhs.access.question;

import jakarta.inject.Singleton;
import java.util.List;

/** The order of setting questions: what is slow happens between the transactions, and holds up neither connection nor lock. */
@Singleton
class NewQuestions {

    private final QuestionService service;
    private final AnswerDesk desk;

    NewQuestions(QuestionService service, AnswerDesk desk) {
        this.service = service;
        this.desk = desk;
    }

    QuestionsView set(List<Written> written) {
        List<Choice> choices = service.admit(written);
        return service.replace(desk.hash(choices));
    }
}
