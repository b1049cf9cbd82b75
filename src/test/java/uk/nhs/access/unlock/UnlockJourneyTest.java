package uk.nhs.access.unlock;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.UnlockApi;

/** Somebody who is locked out gets back in. */
@QuarkusTest
class UnlockJourneyTest {

    private static final String HASH = "select coalesce(hash, '') from password where account_id = ?";

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void the_questions_that_the_owner_set_are_asked_in_their_order_and_the_own_one_without_its_words() {
        Person person = LockedOut.somebody();

        Response started = UnlockApi.start(person.address(), LockedOut.digits(person));

        assertThat(started.statusCode()).isEqualTo(201);
        assertThat(started.header("Location")).isEqualTo("/v1/unlocks/" + started.path("id"));
        assertThat(started.<List<String>>path("questions.question"))
                .containsExactly("FIRST_CONCERT", "FIRST_DISH", "OWN");
        assertThat(started.<List<String>>path("questions.text"))
                .containsExactly(
                        "Who was playing at the first concert that you went to?",
                        "What was the first dish that you learned to cook?",
                        "The question that you wrote yourself");
    }

    @Test
    void whoever_keeps_the_password_is_unlocked_and_everybody_who_could_be_the_owner_is_told() {
        Person person = LockedOut.lockedBySignIns().addresses(2).open();
        LockedOut story = LockedOut.of(person);

        Response proved = story.answersRightly();
        assertThat(proved.<List<String>>path("choices")).containsExactly("KEEP_PASSWORD", "RESET_PASSWORD");
        assertThat(story.lock()).isEqualTo("FAILED_SIGN_INS");
        Response kept = story.keeps();

        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.<String>path("state")).isEqualTo("COMPLETED");
        assertThat(kept.<String>path("message"))
                .isEqualTo("Your account is unlocked. You can log in with your current password.");
        assertThat(kept.<List<String>>path("targets.target")).containsExactly("MAILBOX");
        assertThat(story.lock()).isEmpty();
        person.addresses()
                .forEach(address -> assertThat(Inbox.of(address).await(1).get("subject"))
                        .isEqualTo("Your NHS account: your account has been unlocked"));
        assertThat(Inbox.of(person.mobile()).awaitText(1)).contains("your account was unlocked");
        assertThat(Rows.history(person)).containsExactly("UnlockProved", "UnlockCompleted");
        assertThat(Rows.texts(
                        "select actor_kind || actor_address from history_entry where account_id = ?", person.account()))
                .containsOnly("NOT_SIGNED_IN127.0.0.1");
    }

    @Test
    void a_reset_takes_the_place_of_the_password_when_its_text_was_accepted() {
        Person person =
                LockedOut.lockedBySignIns().password("gravel otter minuet 6").open();
        String before = Rows.text(HASH, person.account());
        LockedOut story = LockedOut.of(person).proves();

        Response reset = story.resets();

        assertThat(reset.<String>path("message")).contains("temporary password");
        assertThat(story.lock()).isEmpty();
        String password = story.temporaryPassword(1);
        assertThat(password).matches("[a-z2-9]{16}");
        assertThat(reset.asString()).doesNotContain(password);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !Rows.text(HASH, person.account()).equals(before));
        assertThat(Inbox.of(person.address()).await(1).get("subject"))
                .isEqualTo("Your NHS account: a temporary password is on its way");
        assertThat(Inbox.of(person.address()).await(1).get("text")).doesNotContain(password);
        assertThat(Rows.history(person)).containsExactly("UnlockProved", "UnlockCompleted", "TemporaryPasswordSent");
        assertThat(PhoneChangeApi.with(person.token().mint()).get("/v1/account").<Boolean>path("password.mustChange"))
                .isTrue();
    }

    @Test
    void an_expired_password_can_only_be_reset() {
        Person person = LockedOut.lockedBySignIns()
                .password("gravel otter minuet 6", Duration.ofDays(365))
                .open();
        LockedOut story = LockedOut.of(person);

        assertThat(story.answersRightly().<List<String>>path("choices")).containsExactly("RESET_PASSWORD");
        Silence silence = Silence.of(person);
        assertRefused(story.keeps(), 409, "CID3308");
        silence.isKept();
        assertThat(story.resets().statusCode()).isEqualTo(200);
        assertThat(story.lock()).isEmpty();
    }

    @Test
    void an_account_that_is_not_locked_is_unlocked_without_any_change_or_word() {
        Person person = Person.with().questions().open();
        LockedOut story = LockedOut.of(person).proves();

        assertThat(story.keeps().statusCode()).isEqualTo(200);

        assertThat(story.lock()).isEmpty();
        assertThat(Rows.count("select count(*) from message where account_id = ?", person.account()))
                .isZero();
        assertThat(Rows.history(person)).containsExactly("UnlockProved", "UnlockCompleted");
    }

    @Test
    void whoever_wants_welsh_is_asked_told_and_written_to_in_welsh() {
        Person person = LockedOut.somebody();

        Response started = PhoneChangeApi.anybody()
                .header("Accept-Language", "cy")
                .body(Map.of("emailAddress", person.address(), "mobileNumberEnding", LockedOut.digits(person)))
                .post("/v1/unlocks");
        assertThat(started.<String>path("questions[2].text"))
                .isEqualTo("Y cwestiwn a ysgrifennwyd gennych chi eich hun");
        UnlockApi.answer(started.path("id"), QuestionApi.ANSWERS);
        Response kept = PhoneChangeApi.anybody()
                .header("Accept-Language", "cy")
                .body(Map.of("choice", "KEEP_PASSWORD"))
                .post("/v1/unlocks/{id}/completion", started.<String>path("id"));

        assertThat(kept.<String>path("message")).startsWith("Mae eich cyfrif");
        assertThat(Inbox.of(person.mobile()).awaitText(1)).startsWith("Cyfrif GIG");
    }

    @Test
    void each_address_of_the_account_and_any_way_to_write_it_or_the_answers_will_do() {
        Person person = LockedOut.lockedBySignIns().addresses(2).open();
        String address = " " + person.addresses().get(1).toUpperCase() + " ";

        Response started = UnlockApi.start(address, LockedOut.digits(person));
        Response answered = UnlockApi.answer(
                started.path("id"), List.of(" catatonia  in MARGAM park", "Ｌｅｅｋ and potato soup", "the grey seal "));

        assertThat(answered.statusCode()).isEqualTo(200);
    }

    @Test
    void the_token_is_kept_as_a_hash_alone_and_the_answers_nowhere() {
        LockedOut story = LockedOut.ofSomebody().proves();

        assertThat(Rows.texts("select u::text from unlock u where subject_id = ?", story.person.account()))
                .hasSize(1)
                .noneMatch(row -> row.contains(story.unlock()) || row.contains(story.person.address()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "0f8fad5b-d9cb-469f-a165-70867728950e",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "%00",
                "ŵ"
            })
    void what_is_no_unlock_of_ours_is_not_found(String id) {
        assertRefused(UnlockApi.answer(id, QuestionApi.ANSWERS), 404, "CID3301");
        assertRefused(UnlockApi.complete(id, "KEEP_PASSWORD"), 404, "CID3301");
        assertRefused(UnlockApi.complete(id, "RESET_PASSWORD"), 404, "CID3301");
    }
}
