package uk.nhs.access.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import uk.nhs.access.notice.SentMail;
import uk.nhs.access.notice.SentText;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/** Somebody who changes the mobile number of their account, at one replica or another. */
final class Owner {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    final Person person;
    final String newNumber = Person.freshNumber();
    private final Cluster cluster;
    private final String token;
    private String change;

    private Owner(Cluster cluster, Person person) {
        this.cluster = cluster;
        this.person = person;
        this.token = person.token().mint();
    }

    static Owner of(Cluster cluster, Person person) {
        return new Owner(cluster, person);
    }

    static Owner fresh(Cluster cluster) {
        return new Owner(cluster, Person.fresh());
    }

    Owner ask() {
        HttpResponse<String> answer =
                cluster.replica(0).post("/v1/phone-changes", token, "{\"mobileNumber\":\"" + newNumber + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        change = JsonPath.from(answer.body()).getString("id");
        return this;
    }

    Owner cancel() {
        HttpResponse<String> answer = cluster.replica(1).delete("/v1/phone-changes/" + change, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        return this;
    }

    /** The same request each time, wherever it is sent. */
    HttpResponse<String> ask(Replica replica) {
        return replica.post("/v1/phone-changes", token, "{\"mobileNumber\":\"" + newNumber + "\"}", "ask-" + newNumber);
    }

    /** The only change of this person, who got only one text about it. */
    String theOneChange() {
        Awaitility.await().atMost(PATIENCE).until(() -> isSent("PhoneChangeCodeText"));
        assertThat(Rows.history(person)).containsExactly("PhoneChangeAsked");
        assertThat(Rows.count("select count(*) from message where account_id = ?", person.account()))
                .isEqualTo(1);
        assertThat(cluster.texts.texts(newE164()).stream()
                        .map(SentText::reference)
                        .distinct())
                .hasSize(1);
        List<String> changes = Rows.texts("select id from phone_change where account_id = ?", person.account());
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    String code() {
        return cluster.texts.awaitText(newE164(), PATIENCE).text().substring(0, 6);
    }

    String newE164() {
        return "+44" + newNumber.substring(1);
    }

    HttpResponse<String> enter(String code, int replica) {
        return cluster.replica(replica)
                .post("/v1/phone-changes/" + change + "/confirmation", token, "{\"code\":\"" + code + "\"}");
    }

    /** The same try each time, if the key is the same. */
    HttpResponse<String> enter(String code, int replica, String key) {
        return cluster.replica(replica)
                .post("/v1/phone-changes/" + change + "/confirmation", token, "{\"code\":\"" + code + "\"}", key);
    }

    Owner confirm() {
        HttpResponse<String> answer = enter(code(), 1);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return this;
    }

    JsonPath change() {
        return JsonPath.from(
                cluster.replica(1).get("/v1/phone-changes/" + change, token).body());
    }

    String state() {
        return change().getString("state");
    }

    Instant appliesAt() {
        return Instant.parse(change().getString("appliesAt"));
    }

    void awaitState(String state) {
        Awaitility.await().atMost(PATIENCE.multipliedBy(2)).until(this::state, state::equals);
    }

    String cancelToken() {
        return cancelToken(cluster.mails.awaitMail(person.address(), PATIENCE));
    }

    /** The link in the {@code number}-th e-mail, long after it was sent. */
    String cancelTokenOf(int number) {
        return cancelToken(cluster.mails.mails(person.address()).get(number));
    }

    /** Whether a message of this kind to this person has left. */
    boolean isSent(String kind) {
        return Rows.count(
                        "select count(*) from message where account_id = ? and kind = ? and state = 'SENT'",
                        person.account(),
                        kind)
                > 0;
    }

    private static String cancelToken(SentMail mail) {
        String text = mail.text();
        int at = text.indexOf("#token=") + "#token=".length();
        return text.substring(at).split("\\s", 2)[0];
    }

    static HttpResponse<String> redeem(Replica replica, String cancelToken) {
        return replica.post("/v1/cancel-tokens/redeem", null, "{\"token\":\"" + cancelToken + "\"}");
    }

    static boolean isReplayed(HttpResponse<String> answer) {
        return answer.headers().firstValue("Idempotency-Replayed").isPresent();
    }

    static String id(HttpResponse<String> answer) {
        return JsonPath.from(answer.body()).getString("id");
    }

    static String cid(HttpResponse<String> answer) {
        return JsonPath.from(answer.body()).getString("cid");
    }
}
