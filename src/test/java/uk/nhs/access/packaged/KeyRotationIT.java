package uk.nhs.access.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.event.ReceiverDouble;
import uk.nhs.access.support.PasswordCheckApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Production;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.Rows;

/** The keys change while people are under way, as the README says, on replicas that are replaced one by one. */
class KeyRotationIT {

    private static final String PASSWORD = "gravel otter minuet six";
    private static final String NEXT = "it2:" + "QW5vdGhlciBvbmUsIG5vdCBhIHNlY3JldCBlaXRoZXI=";
    private static final String OLD_SIGNING = "old:" + Listener.freshKey();
    private static final String NEW_SIGNING = "new:" + Listener.freshKey();

    private static final Listener LISTENER = Listener.onFreePort();
    private static Cluster cluster;
    private static ReceiverDouble receiver;

    @BeforeAll
    static void start() {
        System.setProperty("crypto.keys", Production.KEYS);
        Map<String, String> settings = new HashMap<>(LISTENER.settings());
        settings.put("EVENT_SIGNING_KEYS", OLD_SIGNING);
        cluster = Cluster.start(2, settings);
        receiver = LISTENER.listenTo(cluster);
    }

    @AfterAll
    static void stop() {
        System.clearProperty("crypto.keys");
        LISTENER.close();
        cluster.close();
    }

    @Test
    void no_journey_ends_because_a_key_was_changed_meanwhile() {
        Owner asked = Owner.fresh(cluster).ask();
        Owner held = Owner.fresh(cluster).ask().confirm();
        held.awaitState("HELD");
        Person person = Person.with()
                .password(PASSWORD)
                .locked(LockedBecause.FAILED_SIGN_INS)
                .questions()
                .open();
        String unlock = startsToUnlock(person);
        Owner repeating = Owner.fresh(cluster);
        String answered = repeating.ask(cluster.replica(0)).body();

        rotate(Production.KEYS + "," + NEXT, OLD_SIGNING + "," + NEW_SIGNING);
        assertThat(repeating.ask(cluster.replica(1)).body()).isEqualTo(answered);
        Owner between = Owner.fresh(cluster).ask();
        Owner repeatingLater = Owner.fresh(cluster);
        String answeredLater = repeatingLater.ask(cluster.replica(0)).body();
        assertOk(post(
                "/v1/unlocks/" + unlock + "/answers",
                null,
                "{\"answers\":[\"%s\",\"%s\",\"%s\"]}".formatted(QuestionApi.ANSWERS.toArray())));

        rotate(NEXT + "," + Production.KEYS, NEW_SIGNING + "," + OLD_SIGNING);
        asked.confirm().awaitState("HELD");
        between.confirm().awaitState("HELD");
        assertOk(Owner.redeem(cluster.replica(0), held.cancelToken()));
        assertOk(post("/v1/unlocks/" + unlock + "/completion", null, "{\"choice\":\"KEEP_PASSWORD\"}"));
        assertThat(repeating.ask(cluster.replica(0)).body()).isEqualTo(answered);
        assertThat(repeatingLater.ask(cluster.replica(1)).body()).isEqualTo(answeredLater);
        assertThat(outcome(person)).isEqualTo("RIGHT");
        assertThat(Rows.text("select hash from password where account_id = ?", person.account()))
                .contains(keyId("it2"));
        Owner.fresh(cluster).ask().confirm().awaitState("HELD");

        Awaitility.await()
                .atMost(Owner.PATIENCE)
                .until(() -> receiver.types(held.person.subject()).contains("phone-change-cancelled"));
        assertThat(receiver.faults()).isEmpty();
    }

    private static void rotate(String keys, String signing) {
        cluster.roll(Map.of("CRYPTO_KEYS", keys, "EVENT_SIGNING_KEYS", signing));
    }

    private static String startsToUnlock(Person person) {
        HttpResponse<String> started = post(
                "/v1/unlocks",
                null,
                "{\"emailAddress\":\"%s\",\"mobileNumberEnding\":\"%s\"}"
                        .formatted(
                                person.address(),
                                person.mobile().substring(person.mobile().length() - 4)));
        assertThat(started.statusCode()).isEqualTo(201);
        return Owner.id(started);
    }

    private static String outcome(Person person) {
        String path = "/v1/accounts/" + person.account() + "/password-check";
        return JsonPath.from(post(path, PasswordCheckApi.service(), "{\"password\":\"" + PASSWORD + "\"}")
                        .body())
                .getString("outcome");
    }

    private static HttpResponse<String> post(String path, String token, String json) {
        return cluster.replica(0).post(path, token, json);
    }

    private static void assertOk(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** As it stands in a hash: in base64, without padding. */
    private static String keyId(String id) {
        return "keyid=" + Base64.getEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }
}
