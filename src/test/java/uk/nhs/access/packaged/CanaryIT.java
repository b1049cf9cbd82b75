package uk.nhs.access.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.support.PasswordCheckApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Production;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.TestTokens;

/** What people typed, and what they were sent, stands in no line of the log, no metric and no header that leaves. */
class CanaryIT {

    private static final String PASSWORD = "canarybird in the coal mine";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Cluster cluster;
    private static Listener listener;

    /** What must not be found. */
    private final List<String> canaries = new ArrayList<>(List.of(PASSWORD, "canarybird"));

    @BeforeAll
    static void start() {
        System.setProperty("crypto.keys", Production.KEYS);
        listener = Listener.onFreePort();
        cluster = Cluster.start(1, listener.settings());
        listener.listenTo(cluster);
    }

    @AfterAll
    static void stop() {
        System.clearProperty("crypto.keys");
        listener.close();
        cluster.close();
    }

    @Test
    void nothing_that_is_anybodys_own_leaves_by_log_metric_or_header() {
        changesTheNumber();
        hasTheChangeGivenUpOn();
        unlocksTheAccount();
        losesThePhone();
        misspellsEverything();

        List<JsonNode> log = log();
        assertThat(log)
                .anySatisfy(line ->
                        assertThat(line.path("mdc").path("traceId").asText()).hasSize(32));
        assertThat(log)
                .anySatisfy(line -> assertThat(line.path("message").asText()).startsWith("ALARM MESSAGE_DEAD"));
        assertNoCanary("log", replica().log());
        assertNoCanary("metrics", replica().manage("/q/metrics").body());
        cluster.texts.headers().forEach(headers -> assertNoCanary("text gateway", withoutKey(headers)));
        listener.headers().forEach(headers -> assertNoCanary("receiver", headers));
        assertThat(listener.headers()).isNotEmpty();
    }

    private void changesTheNumber() {
        Owner owner = Owner.of(cluster, watched(Person.with().password(PASSWORD).open()));
        owner.ask();
        String code = owner.code();
        canaries.addAll(List.of(owner.newNumber, owner.newE164().substring(3), "\"" + code + "\"", " " + code));
        owner.enter(code.equals("000000") ? "000001" : "000000", 0);
        owner.confirm().awaitState("HELD");
        String link = owner.cancelToken();
        canaries.add(link);
        post("/v1/cancel-tokens/lookup", null, "{\"token\":\"%s\"}", link);
        Owner.redeem(replica(), link);
        Owner.redeem(replica(), link);
    }

    private void hasTheChangeGivenUpOn() {
        Person person = watched(Person.with().addresses(2).open());
        cluster.mails.refuseRecipient(1);
        Owner.of(cluster, person).ask().confirm().awaitState("HELD");
    }

    private void unlocksTheAccount() {
        Person person = watched(Person.with()
                .password(PASSWORD)
                .locked(LockedBecause.FAILED_SIGN_INS)
                .questions()
                .open());
        canaries.addAll(QuestionApi.ANSWERS);
        String number = person.mobile();
        String unlock = id(post(
                "/v1/unlocks",
                null,
                "{\"emailAddress\":\"%s\",\"mobileNumberEnding\":\"%s\"}",
                person.address(),
                number.substring(number.length() - 4)));
        canaries.add(unlock);
        post("/v1/unlocks/" + unlock + "/answers", null, "{\"answers\":[\"canarybird\",\"b\",\"c\"]}");
        post(
                "/v1/unlocks/" + unlock + "/answers",
                null,
                "{\"answers\":[\"%s\",\"%s\",\"%s\"]}",
                QuestionApi.ANSWERS.toArray());
        assertThat(post("/v1/unlocks/" + unlock + "/completion", null, "{\"choice\":\"RESET_PASSWORD\"}")
                        .statusCode())
                .isEqualTo(200);
        canaries.add(cluster.texts.awaitText(number, Owner.PATIENCE).text().substring(0, 16));
    }

    private void losesThePhone() {
        Person person = watched(Person.fresh());
        String token = TestTokens.lostPhone(person.subject()).mint();
        String recovery = id(post("/v1/recoveries", token, ""));
        post("/v1/recoveries/" + recovery + "/previous-number", token, "{\"mobileNumber\":\"07700900123\"}");
        canaries.add("07700900123");
        post("/v1/recoveries/" + recovery + "/previous-number", token, "{\"mobileNumber\":\"%s\"}", person.mobile());
        canaries.add(token);
    }

    private void misspellsEverything() {
        String service = PasswordCheckApi.service();
        String person = Person.fresh().account().toString();
        post("/v1/accounts/" + person + "/password-check", service, "{\"password\":\"%s\"}", PASSWORD);
        post("/v1/accounts/" + person + "/password-check", service, "{\"password\":[\"%s\"", PASSWORD);
        post("/v1/canarybird", service, "{\"canarybird\":\"canarybird\"}");
        post("/v1/accounts/canarybird/password-check", "canarybird", "canarybird");
        canaries.add(service);
    }

    private Person watched(Person person) {
        canaries.addAll(person.addresses());
        canaries.add(person.mobile());
        canaries.add("0" + person.mobile().substring(3));
        canaries.add(person.name());
        return person;
    }

    private HttpResponse<String> post(String path, String token, String json, Object... values) {
        return replica().post(path, token, json.formatted(values));
    }

    private static String id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JsonPath.from(answer.body()).getString("id");
    }

    private static Replica replica() {
        return cluster.replica(0);
    }

    /** Each line of it is JSON, from the first one on. */
    private static List<JsonNode> log() {
        return replica().log().lines().map(CanaryIT::read).toList();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException plain) {
            throw new UncheckedIOException(line, plain);
        }
    }

    private static String withoutKey(Map<String, String> headers) {
        assertThat(headers).containsKey("traceparent");
        return headers.toString().replace(headers.get("authorization"), "");
    }

    private void assertNoCanary(String where, String said) {
        assertThat(canaries).allSatisfy(canary -> assertThat(said).as(where).doesNotContain(canary));
    }
}
