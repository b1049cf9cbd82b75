package uk.nhs.access.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** Security questions as a signed-in person sets them, each call held to the contract. */
public final class QuestionApi {

    /** Answers that nothing is wrong with, to the questions of {@link #some()}. */
    public static final List<String> ANSWERS =
            List.of("Catatonia in Margam Park", "Leek and potato soup", "The Grey Seal");

    private QuestionApi() {}

    public static Map<String, String> standard(String question, String answer) {
        return Map.of("question", question, "answer", answer);
    }

    public static Map<String, String> own(String question, String answer) {
        return Map.of("ownQuestion", question, "answer", answer);
    }

    /** Two questions from the list, and one of the person's own. */
    public static List<Map<String, String>> some() {
        return List.of(
                standard("FIRST_CONCERT", ANSWERS.get(0)),
                standard("FIRST_DISH", ANSWERS.get(1)),
                own("What did grandad call his boat?", ANSWERS.get(2)));
    }

    public static Response read(String token) {
        return PhoneChangeApi.with(token).get("/v1/account/security-questions");
    }

    public static Response set(String token, List<?> questions) {
        return PhoneChangeApi.with(token).body(Map.of("questions", questions)).put("/v1/account/security-questions");
    }

    /** The person has set {@link #some()}. */
    public static Person haveSet(Person person) {
        Response set = set(person.token().mint(), some());
        assertThat(set.statusCode()).as(set.asString()).isEqualTo(200);
        return person;
    }
}
