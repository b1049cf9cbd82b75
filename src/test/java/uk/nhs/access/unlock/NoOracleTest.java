package uk.nhs.access.unlock;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.withoutInstance;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.access.account.DisabledBecause;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PersonBuilder;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.UnlockApi;

/** Until all answers are right, whoever asks is answered alike, to the byte. */
@QuarkusTest
@TestProfile(Unhurried.class)
class NoOracleTest {

    /** What may be the case with an address and digits, and the answers that are given. */
    enum Arm {
        REAL(() -> LockedOut.lockedBySignIns()),
        NOT_LOCKED(() -> Person.with().questions()),
        DISABLED(() -> LockedOut.lockedBySignIns().disabled()),
        NOT_A_UK_NUMBER(() -> LockedOut.lockedBySignIns().disabled(DisabledBecause.NON_UK_NUMBER)),
        LOCKED_BY_ORGANISATION(() -> LockedOut.lockedBySignIns().locked(LockedBecause.BY_ORGANISATION)),
        NO_MOBILE(() -> LockedOut.lockedBySignIns().noMobile()),
        NO_QUESTIONS(() -> Person.with().locked(LockedBecause.FAILED_SIGN_INS)),
        WRONG_DIGITS(() -> LockedOut.lockedBySignIns()),
        NOBODY(Person::with);

        private final Supplier<PersonBuilder> making;

        Arm(Supplier<PersonBuilder> making) {
            this.making = making;
        }

        boolean opensTheWay() {
            return this == REAL || this == NOT_LOCKED;
        }

        /** An address and digits of this arm, which no other test has used. */
        Details details() {
            if (this == NOBODY) {
                return new Details(UUID.randomUUID() + "@example.org", "1234");
            }
            Person person = making.get().open();
            if (person.mobile() == null) {
                return new Details(person.address(), "1234");
            }
            return new Details(
                    person.address(), this == WRONG_DIGITS ? LockedOut.wrongDigits(person) : LockedOut.digits(person));
        }
    }

    @BeforeEach
    void stop_the_clock_an_hour_later() {
        MovableClock.advance(Duration.ofHours(1));
        MovableClock.stopAt(MovableClock.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5));
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @ParameterizedTest
    @EnumSource
    void the_first_answer_is_the_same_but_for_its_token_and_questions(Arm arm) {
        Response real = start(LockedOut.somebody());
        Response other = start(arm.details());

        assertThat(other.statusCode()).isEqualTo(201).isEqualTo(real.statusCode());
        assertThat(shape(other)).isEqualTo(shape(real));
        assertThat(headers(other)).isEqualTo(headers(real));
        assertThat(other.<List<?>>path("questions")).hasSize(3).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void the_questions_stay_the_same_at_every_try(Arm arm) {
        Details details = arm.details();

        List<Map<String, String>> first = start(details).path("questions");

        assertThat(start(details).<List<Map<String, String>>>path("questions")).isEqualTo(first);
        MovableClock.stopAt(MovableClock.now().plus(Duration.ofDays(40)));
        assertThat(start(details).<List<Map<String, String>>>path("questions")).isEqualTo(first);
    }

    @Test
    void every_four_digits_lead_to_questions_of_their_own_so_that_the_right_ones_do_not_stand_out() {
        Person person = LockedOut.somebody();
        Stream<Details> known = IntStream.range(1_000, 1_004)
                .mapToObj(digits -> new Details(person.address(), Integer.toString(digits)));
        Stream<Details> unknown = IntStream.range(1_000, 1_004)
                .mapToObj(digits -> new Details("nobody-" + person.address(), Integer.toString(digits)));

        for (Stream<Details> tries : List.of(known, unknown)) {
            assertThat(tries.map(details -> start(details).<List<?>>path("questions.question"))
                            .distinct())
                    .hasSizeGreaterThan(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void three_wrong_rounds_are_answered_the_same_one_after_the_other(Arm arm) {
        assertThat(rounds(start(arm.details()), LockedOut.WRONG))
                .isEqualTo(rounds(start(LockedOut.somebody()), LockedOut.WRONG));
    }

    @ParameterizedTest
    @EnumSource
    void right_answers_where_this_way_is_not_open_are_answered_as_wrong_ones(Arm arm) {
        if (!arm.opensTheWay()) {
            assertThat(rounds(start(arm.details()), QuestionApi.ANSWERS))
                    .isEqualTo(rounds(start(LockedOut.somebody()), LockedOut.WRONG));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_sixth_start_is_refused_the_same_and_so_are_steps_out_of_order_and_out_of_time(Arm arm) {
        assertThat(sixStartsAndMore(arm.details())).isEqualTo(sixStartsAndMore(details(LockedOut.somebody())));
    }

    private static List<String> rounds(Response started, List<String> answers) {
        return IntStream.range(0, 4)
                .mapToObj(round -> whole(UnlockApi.answer(started.path("id"), answers)))
                .toList();
    }

    private static List<String> sixStartsAndMore(Details details) {
        Response first = start(details);
        String unlock = first.path("id");
        List<String> steps = Stream.of(
                        UnlockApi.complete(unlock, "KEEP_PASSWORD"),
                        UnlockApi.complete(unlock, "RESET_PASSWORD"),
                        UnlockApi.answer(unlock.substring(1), LockedOut.WRONG))
                .map(NoOracleTest::whole)
                .toList();
        List<Integer> starts = IntStream.range(0, 4)
                .mapToObj(time -> start(details).statusCode())
                .toList();
        String sixth = whole(start(details));
        MovableClock.stopAt(MovableClock.now().plus(Duration.ofMinutes(15)));
        String late = whole(UnlockApi.answer(unlock, LockedOut.WRONG));
        return Stream.of(steps.stream(), starts.stream().map(String::valueOf), Stream.of(sixth, late))
                .flatMap(each -> each)
                .toList();
    }

    private static Response start(Person person) {
        return start(details(person));
    }

    private static Details details(Person person) {
        return new Details(person.address(), LockedOut.digits(person));
    }

    private static Response start(Details details) {
        return UnlockApi.start(details.address(), details.digits());
    }

    private static String shape(Response started) {
        return started.asString()
                .replace(started.<String>path("id"), "id")
                .replaceAll("\\{\"question\":\"[A-Z_]+\",\"text\":\"[^\"]+\"}", "question");
    }

    private static List<String> headers(Response started) {
        return started.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("Content-Length"))
                .map(Header::toString)
                .map(header -> started.statusCode() == 201 ? header.replace(started.<String>path("id"), "id") : header)
                .toList();
    }

    private static String whole(Response refused) {
        return refused.statusCode() + refused.headers().asList().toString() + withoutInstance(refused);
    }
}
