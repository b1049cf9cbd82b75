package uk.nhs.access.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.LostPhone;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.ReceiptApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Story;
import uk.nhs.access.support.TestTokens;
import uk.nhs.access.support.VerificationCodeApi;

/**
 * What there is when an operation is tried.
 *
 * @param tokens of those who may come in
 * @param known what the variables of its path and the fields of its bodies say in a right request, by their names
 */
record Scene(List<String> tokens, Map<String, JsonNode> known) {

    private static final String PASSWORD = "gravel otter minuet six";
    private static final String ORGANISATION = "RXX";

    static Scene of(Operation operation) {
        Person person = operation.path().startsWith("/v1/unlocks")
                ? LockedOut.somebody()
                : Person.with()
                        .organisation(ORGANISATION)
                        .password(PASSWORD)
                        .questions()
                        .open();
        Map<String, Object> known = new HashMap<>(Map.of(
                "account",
                person.account(),
                "emailAddress",
                person.address(),
                "mobileNumber",
                Person.freshNumber(),
                "mobileNumberEnding",
                LockedOut.digits(person),
                "password",
                PASSWORD,
                "currentPassword",
                PASSWORD,
                "ods",
                ORGANISATION,
                "channel",
                "TEXT"));
        known.putAll(found(operation.path(), person));
        Map<String, JsonNode> nodes = new HashMap<>();
        known.forEach((name, value) -> nodes.put(name, new ObjectMapper().valueToTree(value)));
        return new Scene(tokens(operation, person), nodes);
    }

    /** What is there of the kind that the operation is about. */
    private static Map<String, Object> found(String path, Person person) {
        return switch (path.split("/")[2]) {
            case "phone-changes" -> change(path, person);
            case "recoveries" -> recovery(path, person);
            case "cancel-tokens" -> Map.of("token", Story.of(person).isHeld().cancelToken());
            case "unlocks" -> unlock(path, person);
            case "verification-codes" -> code(path, person);
            case "delivery-receipts" -> receipt(person);
            default -> Map.of("id", person.account());
        };
    }

    private static Map<String, Object> change(String path, Person person) {
        if (!path.contains("{id}")) {
            return Map.of(
                    "recovery", LostPhone.of(person).provesThePreviousNumber().recovery());
        }
        Story story = Story.of(person).asks();
        return Map.of("id", story.change(), "code", story.code());
    }

    private static Map<String, Object> recovery(String path, Person person) {
        LostPhone lost = LostPhone.of(person);
        Map<String, Object> known = new HashMap<>(Map.of("id", lost.recovery(), "mobileNumber", person.mobile()));
        if (path.endsWith("/check")) {
            lost.hasACodeEmailed();
            known.put("code", lost.emailedCode(1));
        }
        return known;
    }

    private static Map<String, Object> unlock(String path, Person person) {
        LockedOut locked = LockedOut.of(person);
        if (path.endsWith("/completion")) {
            locked.proves();
        }
        return Map.of("id", locked.unlock(), "answers", QuestionApi.ANSWERS);
    }

    private static Map<String, Object> code(String path, Person person) {
        if (!path.contains("{id}")) {
            return Map.of();
        }
        String id = VerificationCodeApi.issue(person, "SIGN_IN").path("id");
        return Map.of("id", id, "code", Inbox.of(person.mobile()).awaitCode(1));
    }

    private static Map<String, Object> receipt(Person person) {
        Story.of(person).asks();
        String message = Rows.text("select id from message where account_id = ?", person.account());
        return Map.of("id", message, "reference", message);
    }

    private static List<String> tokens(Operation operation, Person person) {
        Door door = Door.of(operation);
        if (door.hasOwnKey()) {
            return List.of(ReceiptApi.TOKEN);
        }
        return door.scopes().isEmpty()
                ? List.of(TestTokens.of("anybody").mint())
                : door.scopes().stream().map(scope -> token(scope, person)).toList();
    }

    /** Of whoever has that scope. */
    private static String token(String scope, Person person) {
        return switch (scope) {
            case "account", "phone-changes" -> person.token().scope(scope).mint();
            case "recoveries" -> TestTokens.lostPhone(person.subject()).mint();
            case "local-administration" ->
                TestTokens.administrator("administrator", ORGANISATION).mint();
            default -> TestTokens.of(VerificationCodeApi.SIGN_IN).scope(scope).mint();
        };
    }
}
