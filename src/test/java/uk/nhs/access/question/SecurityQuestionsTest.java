package uk.nhs.access.question;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.QuestionApi.some;
import static uk.nhs.access.support.Refusal.assertMustWait;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;

/** Security questions, as a signed-in person sets them. */
@QuarkusTest
class SecurityQuestionsTest {

    private static final String HASHES = "select hash from security_question where account_id = ? order by position";

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void at_first_none_are_set_and_twelve_are_offered() {
        Response read = QuestionApi.read(Person.fresh().token().mint());

        assertThat(read.<Map<String, Object>>path("$")).containsOnlyKeys("number", "chosen", "offered");
        assertThat(read.<Integer>path("number")).isEqualTo(3);
        assertThat(read.<List<?>>path("chosen")).isEmpty();
        assertThat(read.<List<?>>path("offered")).hasSize(12);
    }

    @Test
    void what_was_set_is_shown_without_its_answers_and_kept_as_slow_hashes_alone() {
        Person person = QuestionApi.haveSet(Person.fresh());

        Response read = QuestionApi.read(person.token().mint());

        assertThat(read.<List<String>>path("chosen.question")).containsExactly("FIRST_CONCERT", "FIRST_DISH", null);
        assertThat(read.<String>path("chosen[2].ownQuestion")).isEqualTo("What did grandad call his boat?");
        assertThat(read.asString()).doesNotContainIgnoringCase("Catatonia", "Leek", "Grey Seal", "argon");
        assertThat(Rows.texts(HASHES, person.account()))
                .hasSize(3)
                .doesNotHaveDuplicates()
                .allMatch(hash -> hash.startsWith("$argon2id$v=19$m=1024,t=2,p=1,keyid="));
        assertThat(Rows.texts("select q::text from security_question q where account_id = ?", person.account()))
                .noneMatch(row -> row.toLowerCase().matches(".*(catatonia|leek|seal).*"));
        assertThat(PhoneChangeApi.with(person.token().mint()).get("/v1/account").<Boolean>path("securityQuestionsSet"))
                .isTrue();
    }

    @Test
    void they_are_set_five_times_in_a_day_and_again_when_the_first_is_a_day_old() {
        Person person = Person.fresh();
        Instant first = MovableClock.now().plusSeconds(5);
        MovableClock.stopAt(first);
        for (int i = 0; i < 5; i++) {
            QuestionApi.haveSet(person);
        }
        Silence silence = Silence.of(person);
        assertMustWait(QuestionApi.set(person.token().mint(), some()), "CID3315", 86_400);
        silence.isKept();

        MovableClock.stopAt(first.plus(Duration.ofDays(1)).minusMillis(1));
        assertMustWait(QuestionApi.set(person.token().mint(), some()), "CID3315", 1);
        MovableClock.stopAt(first.plus(Duration.ofDays(1)));
        QuestionApi.haveSet(person);
    }

    @Test
    void questions_are_asked_in_welsh_of_whoever_wants_welsh() {
        Person person = QuestionApi.haveSet(Person.fresh());

        Response read = PhoneChangeApi.with(person.token().mint())
                .header("Accept-Language", "cy")
                .get("/v1/account/security-questions");

        assertThat(read.<String>path("chosen[0].text")).startsWith("Pwy oedd");
        assertThat(read.<String>path("offered[0].text")).startsWith("Beth oedd");
    }

    @Test
    void the_owner_is_told_at_every_address_and_by_text_and_the_history_says_which_questions() {
        Person person = QuestionApi.haveSet(Person.with().addresses(2).open());

        person.addresses()
                .forEach(address -> assertThat(Inbox.of(address).await(1).get("subject"))
                        .isEqualTo("Your NHS account: your security questions have changed"));
        assertThat(Inbox.of(person.mobile()).awaitText(1)).contains("security questions were changed");
        assertThat(Rows.history(person)).containsExactly("SecurityQuestionsSet");
        assertThat(Rows.text("select facts::text from history_entry where account_id = ?", person.account()))
                .isEqualTo("{\"questions\": [\"FIRST_CONCERT\", \"FIRST_DISH\", \"OWN\"]}");
    }

    @Test
    void setting_them_again_replaces_all_of_them() {
        Person person = QuestionApi.haveSet(Person.fresh());
        List<String> before = Rows.texts(HASHES, person.account());

        QuestionApi.haveSet(person);

        assertThat(Rows.texts(HASHES, person.account())).hasSize(3).doesNotContainAnyElementsOf(before);
        assertThat(Rows.history(person)).containsExactly("SecurityQuestionsSet", "SecurityQuestionsSet");
    }

    @Test
    void those_that_are_set_at_the_same_time_replace_each_other_whole() {
        Person person = Person.fresh();
        String token = person.token().mint();

        List<Integer> statuses = IntStream.range(0, 5)
                .parallel()
                .mapToObj(time -> QuestionApi.set(token, some()).statusCode())
                .toList();

        assertThat(statuses).containsOnly(200);
        assertThat(Rows.texts(HASHES, person.account())).hasSize(3);
    }
}
