package uk.nhs.access.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.AdministrationApi;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.LostPhone;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.PasswordApi;
import uk.nhs.access.support.PasswordCheckApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.RecoveryApi;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.Story;
import uk.nhs.access.support.TestTokens;
import uk.nhs.access.support.UnlockApi;
import uk.nhs.access.support.VerificationCodeApi;

/** Whatever is tried on an account whose number is not of the UK, one operation after the other. */
@QuarkusTest
class ForeignNumberWalkTest {

    private static final String ODS = "F0R31GN";
    private static final String IRISH = "+353850123456";
    private static final String PASSWORD = "gravel otter minuet 6";

    private final Person person =
            Person.with().organisation(ODS).password(PASSWORD).questions().open();

    /** What is begun while the number is of the UK, if anything has to be, and tried once it is not. */
    enum Operation {
        CHANGE_THE_PASSWORD(person -> () -> PasswordApi.change(token(person), PASSWORD, "kettle orange bus lantern")),
        SET_QUESTIONS(person -> () -> QuestionApi.set(token(person), QuestionApi.some())),
        SEND_A_CODE_TO_SIGN_IN(person -> () -> VerificationCodeApi.issue(person, "SIGN_IN")),
        SEND_A_CODE_TO_CONFIRM(person -> () -> VerificationCodeApi.issue(person, "CONFIRM_ACTION")),
        SEND_A_CODE_BY_EMAIL(person -> () -> VerificationCodeApi.issue(person, "CONFIRM_ACTION", "EMAIL")),
        CHECK_A_CODE(person -> {
            CodeStory story = CodeStory.signIn(person);
            String code = story.code();
            return () -> story.enters(code);
        }),
        SEND_A_CODE_AGAIN(person -> {
            String code = CodeStory.signIn(person).id();
            return () -> VerificationCodeApi.resend(code);
        }),
        MOVE_A_CODE_TO_EMAIL(person -> {
            String code = CodeStory.confirmAction(person).id();
            return () -> VerificationCodeApi.resend(code, "EMAIL");
        }),
        ASK_FOR_A_CHANGE(person -> () -> PhoneChangeApi.ask(token(person), Person.freshNumber())),
        CONFIRM_A_CHANGE(person -> {
            Story story = Story.of(person).asks();
            String code = story.code();
            return () -> PhoneChangeApi.confirm(story.token(), story.change(), code);
        }),
        SEND_THE_CODE_OF_A_CHANGE_AGAIN(person -> {
            Story story = Story.of(person).asks();
            return () -> PhoneChangeApi.resend(story.token(), story.change());
        }),
        START_A_RECOVERY(person ->
                () -> RecoveryApi.start(TestTokens.lostPhone(person.subject()).mint())),
        GIVE_THE_PREVIOUS_NUMBER(person -> {
            LostPhone lost = LostPhone.of(person);
            return () -> lost.gives(person.mobile());
        }),
        HAVE_A_CODE_EMAILED(person -> LostPhone.of(person)::hasACodeEmailed),
        ENTER_THE_EMAILED_CODE(person -> {
            LostPhone lost = LostPhone.of(person);
            lost.hasACodeEmailed().then().statusCode(200);
            String code = lost.emailedCode(1);
            return () -> lost.enters(code);
        }),
        ASK_FOR_A_CHANGE_BY_A_RECOVERY(person -> LostPhone.of(person).provesThePreviousNumber()::triesToAsk),
        BE_UNLOCKED_BY_AN_ADMINISTRATOR(
                person -> () -> AdministrationApi.of(ODS).unlock(person, "Phoned the service desk"));

        private final Function<Person, Supplier<Response>> begin;

        Operation(Function<Person, Supplier<Response>> begin) {
            this.begin = begin;
        }

        private static String token(Person person) {
            return person.token().mint();
        }
    }

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @ParameterizedTest
    @EnumSource
    void it_is_refused_with_the_reason_and_changes_nothing(Operation operation) {
        Supplier<Response> tried = operation.begin.apply(person);
        giveForeignNumber();
        Silence silence = Silence.of(person, IRISH);

        Response refused = tried.get();

        assertRefused(refused, 403, "CID2012");
        assertThat(refused.<String>path("reason")).isEqualTo("NON_UK_NUMBER");
        silence.isKept();
    }

    @ParameterizedTest
    @EnumSource
    void it_is_no_longer_refused_for_that_once_a_local_administrator_has_set_a_uk_number(Operation operation) {
        Supplier<Response> tried = operation.begin.apply(person);
        giveForeignNumber();

        setUkNumber().statusCode(200).body("$", not(hasKey("disabledBecause")));

        assertThat(tried.get().<String>path("cid")).isNotEqualTo("CID2012");
    }

    @Test
    void a_password_check_says_disabled_whether_or_not_the_password_is_right() {
        giveForeignNumber();
        Silence silence = Silence.of(person, IRISH);

        assertThat(PasswordCheckApi.outcome(person, PASSWORD)).isEqualTo("DISABLED");
        assertThat(PasswordCheckApi.outcome(person, "wrong")).isEqualTo("DISABLED");
        assertThat(PasswordCheckApi.checkTyped(person.address(), PASSWORD).<String>path("outcome"))
                .isEqualTo("DISABLED");
        silence.isKept();
    }

    @Test
    void right_answers_to_an_unlock_are_answered_as_wrong_ones_by_whichever_number_it_is_started() {
        giveForeignNumber();

        for (String digits : List.of(LockedOut.digits(person), IRISH.substring(IRISH.length() - 4))) {
            Response started = UnlockApi.start(person.address(), digits);
            assertThat(started.statusCode()).isEqualTo(201);
            assertRefused(UnlockApi.answer(started.path("id"), QuestionApi.ANSWERS), 422, "CID3305");
        }
    }

    @Test
    void answers_that_were_right_before_unlock_nothing() {
        LockedOut story = LockedOut.of(person).proves();
        giveForeignNumber();
        Silence silence = Silence.of(person, IRISH);

        assertRefused(story.keeps(), 422, "CID3306");
        assertRefused(story.resets(), 422, "CID3306");
        silence.isKept();
    }

    @Test
    void what_a_service_disabled_as_well_stays_disabled_when_a_local_administrator_sets_a_uk_number() {
        giveForeignNumber();
        AccountsApi.disable(person, "Left the organisation");

        setUkNumber().body("disabledBecause", equalTo("BY_SERVICE"));

        Response refused = VerificationCodeApi.issue(person, "SIGN_IN");
        assertRefused(refused, 403, "CID2012");
        assertThat(refused.<String>path("reason")).isEqualTo("BY_SERVICE");
        AccountsApi.enable(person).then().body("$", not(hasKey("disabledBecause")));
    }

    private ValidatableResponse setUkNumber() {
        return AdministrationApi.of(ODS)
                .setNumber(person, Person.freshNumber(), "Number confirmed")
                .then();
    }

    private void giveForeignNumber() {
        AccountsApi.change(person, Map.of("mobileNumber", IRISH))
                .then()
                .statusCode(200)
                .body("disabledBecause", equalTo("NON_UK_NUMBER"));
    }
}
