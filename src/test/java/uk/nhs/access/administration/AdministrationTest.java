package uk.nhs.access.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static uk.nhs.access.support.Refusal.assertMustWait;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.account.DisabledBecause;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.support.AdministrationApi;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.PasswordCheckApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.TestTokens;

/** A Local Administrator looks after the accounts of one organisation. */
@QuarkusTest
class AdministrationTest {

    private static final String WHY = "Phoned the service desk";

    private final String ods =
            "T" + UUID.randomUUID().toString().substring(0, 7).toUpperCase();
    private final AdministrationApi administrator = AdministrationApi.of(ods);

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @ParameterizedTest
    @EnumSource
    void whatever_lock_there_is_is_lifted_and_the_owner_is_told_everywhere(LockedBecause lock) {
        Person person =
                Person.with().organisation(ods).addresses(2).locked(lock).open();

        administrator.unlock(person, WHY).then().statusCode(200).body("$", not(hasKey("lockedBecause")));

        for (String address : person.addresses()) {
            assertThat(Inbox.of(address).await(1).get("subject")).isEqualTo("Your NHS account was unlocked for you");
        }
        assertThat(Inbox.of(person.mobile()).awaitText(1)).contains("Local Administrator unlocked your account");
        Response history = administrator.history(person);
        history.then()
                .body("items[0].event", equalTo("UnlockedForOwner"))
                .body("items[0].actor", equalTo("ADMINISTRATOR"))
                .body("items[0].facts", equalTo(Map.of("because", lock.name(), "reason", WHY)));
        assertThat(history.<String>path("items[0].actorName")).startsWith("administrator-");
    }

    @Test
    void unlocking_an_account_that_is_not_locked_succeeds_and_gives_back_no_wrong_password() {
        Person person = somebody();
        PasswordCheckApi.guess(person, 9);
        Silence silence = Silence.of(person);

        administrator.unlock(person, WHY).then().statusCode(200);

        silence.isKept();
        assertThat(Rows.count("select sign_in_tries from account where id = ?", person.account()))
                .isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource
    void a_disabled_account_is_not_unlocked(DisabledBecause because) {
        Person person = Person.with()
                .organisation(ods)
                .locked(LockedBecause.FAILED_SIGN_INS)
                .disabled(because)
                .open();

        assertRefused(administrator.unlock(person, WHY), 403, "CID2012");
    }

    @Test
    void nobody_does_it_to_the_own_account() {
        Person person = Person.with()
                .organisation(ods)
                .locked(LockedBecause.FAILED_SIGN_INS)
                .open();
        AdministrationApi self = new AdministrationApi(
                TestTokens.administrator(person.subject(), ods).mint(), ods);
        Silence silence = Silence.of(person);

        assertRefused(self.unlock(person, WHY), 403, "CID3411");
        assertRefused(self.setNumber(person, Person.freshNumber(), WHY), 403, "CID3411");
        silence.isKept();

        self.read(person).then().statusCode(200);
        self.history(person).then().statusCode(200);
    }

    @Test
    void thirty_changes_in_an_hour_are_one_administrators_and_the_next_is_possible_when_the_first_is_an_hour_old() {
        Person person = somebody();
        Instant first = MovableClock.now().plusSeconds(5);
        MovableClock.stopAt(first);
        for (int i = 0; i < 30; i++) {
            administrator.unlock(person, WHY).then().statusCode(200);
        }
        Silence silence = Silence.of(person);
        assertMustWait(administrator.unlock(person, WHY), "CID3412", 3600);
        assertMustWait(administrator.setNumber(person, Person.freshNumber(), WHY), "CID3412", 3600);
        silence.isKept();
        administrator.read(person).then().statusCode(200);
        AdministrationApi.of(ods).unlock(person, WHY).then().statusCode(200);

        MovableClock.stopAt(first.plusSeconds(3600).minusMillis(1));
        assertMustWait(fresh().unlock(person, WHY), "CID3412", 1);
        MovableClock.stopAt(first.plusSeconds(3600));
        fresh().unlock(person, WHY).then().statusCode(200);
    }

    @Test
    void of_forty_at_once_thirty_are_done() {
        Person person = somebody();

        List<Integer> statuses = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> administrator.unlock(person, WHY).statusCode())
                .sorted()
                .toList();

        List<Integer> expected = new ArrayList<>(Collections.nCopies(30, 200));
        expected.addAll(Collections.nCopies(10, 429));
        assertThat(statuses).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "  \u00a0 ", "line\nbreak"})
    void a_reason_is_wanted(String reason) {
        Person person = somebody();

        assertRefused(administrator.unlock(person, reason), 400, "CID1001");
        assertRefused(administrator.setNumber(person, Person.freshNumber(), reason), 400, "CID1001");
    }

    /** The same administrator, who has signed in again since the clock was moved. */
    private AdministrationApi fresh() {
        String subject =
                Rows.text("select split_part(split_part(subject, 'administration by ', 2), ' of ', 1) from send_limit"
                        + " where subject like 'administration by %' and cardinality(sent_at) = 30 order by sent_at[1] desc"
                        + " limit 1");
        return new AdministrationApi(TestTokens.administrator(subject, ods).mint(), ods);
    }

    private Person somebody() {
        return Person.with().organisation(ods).open();
    }
}
