package uk.nhs.access.phonechange;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertMustWait;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;

/** How often codes are sent: held for each account whatever the number, and for each number whatever the account. */
@QuarkusTest
class SendLimitsTest {

    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final String TOO_OFTEN = "CID3105";

    private Instant start = Instant.EPOCH;

    @BeforeEach
    void stop_the_clock() {
        MovableClock.advance(Duration.ofHours(1));
        start = MovableClock.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
        MovableClock.stopAt(start);
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    /**
     * What the sendings that are counted together have in common. Nobody is told when others used a number: they wait for
     * the whole window.
     */
    enum Shared {
        ACCOUNT,
        NUMBER;

        int told(int wait, int window) {
            return this == ACCOUNT ? wait : window;
        }

        Supplier<Response> sendings() {
            Person person = Person.fresh();
            String number = Person.freshNumber();
            return this == ACCOUNT
                    ? () -> PhoneChangeApi.ask(person.token().mint(), Person.freshNumber())
                    : () -> PhoneChangeApi.ask(Person.fresh().token().mint(), number);
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_follows_the_other_after_60_seconds_and_not_a_tick_earlier(Shared shared) {
        Supplier<Response> send = shared.sendings();
        sent(send, 0);

        refused(send, 0, 60);
        MovableClock.stopAt(start.plusSeconds(60).minus(TICK));
        assertMustWait(send.get(), TOO_OFTEN, shared.told(1, 60));
        sent(send, 60);
        refused(send, 60, 60);
    }

    @ParameterizedTest
    @EnumSource
    void five_go_out_in_10_minutes(Shared shared) {
        Supplier<Response> send = shared.sendings();
        IntStream.range(0, 5).forEach(i -> sent(send, i * 60));

        refused(send, 300, shared.told(300, 600));
        refused(send, 599, shared.told(1, 600));
        sent(send, 600);
        refused(send, 600, shared.told(60, 600));
    }

    @ParameterizedTest
    @EnumSource
    void ten_go_out_in_an_hour(Shared shared) {
        Supplier<Response> send = shared.sendings();
        IntStream.range(0, 10).forEach(i -> sent(send, i * 120));

        refused(send, 1_200, shared.told(2_400, 3_600));
        refused(send, 3_599, shared.told(1, 3_600));
        sent(send, 3_600);
    }

    @ParameterizedTest
    @EnumSource
    void twenty_go_out_in_a_day(Shared shared) {
        Supplier<Response> send = shared.sendings();
        IntStream.range(0, 20).forEach(i -> sent(send, i * 360));

        refused(send, 7_200, shared.told(79_200, 86_400));
        refused(send, 86_399, shared.told(1, 86_400));
        sent(send, 86_400);
    }

    @Test
    void sending_again_counts_like_sending() {
        Person person = Person.fresh();
        String token = person.token().mint();
        String number = Person.freshNumber();
        String change = PhoneChangeApi.ask(token, number).path("id");

        MovableClock.stopAt(start.plusSeconds(59));
        Silence silence = Silence.of(person, number);
        assertMustWait(PhoneChangeApi.resend(token, change), TOO_OFTEN, 1);
        silence.isKept();
        IntStream.rangeClosed(1, 4).forEach(i -> {
            MovableClock.stopAt(start.plusSeconds(i * 60));
            assertThat(PhoneChangeApi.resend(token, change).statusCode()).isEqualTo(200);
        });

        MovableClock.stopAt(start.plusSeconds(300));
        assertMustWait(PhoneChangeApi.resend(token, change), TOO_OFTEN, 300);
        assertMustWait(PhoneChangeApi.ask(token, Person.freshNumber()), TOO_OFTEN, 300);
        assertMustWait(PhoneChangeApi.ask(Person.fresh().token().mint(), number), TOO_OFTEN, 600);
    }

    @Test
    void a_refused_sending_counts_against_nobody() {
        Person person = Person.fresh();
        String token = person.token().mint();
        String free = Person.freshNumber();
        PhoneChangeApi.ask(token, Person.freshNumber());

        assertMustWait(PhoneChangeApi.ask(token, free), TOO_OFTEN, 60);

        assertThat(PhoneChangeApi.ask(Person.fresh().token().mint(), free).statusCode())
                .isEqualTo(201);
    }

    /** Numbers are told apart by what they are, not by how they are written. */
    @Test
    void writing_a_number_otherwise_does_not_help() {
        String number = Person.freshNumber();
        PhoneChangeApi.ask(Person.fresh().token().mint(), number);

        assertMustWait(
                PhoneChangeApi.ask(Person.fresh().token().mint(), "+44 (0)" + number.substring(1)), TOO_OFTEN, 60);
    }

    @Test
    void one_client_address_asks_30_times_in_an_hour() {
        IntStream.range(0, 30)
                .forEach(i ->
                        assertThat(ofSomebody("203.0.113." + i).statusCode()).isEqualTo(201));

        assertMustWait(ofSomebody("198.51.100.7"), TOO_OFTEN, 3_600);
    }

    /** Whatever address the client claims to have. */
    private static Response ofSomebody(String claimed) {
        return PhoneChangeApi.with(Person.fresh().token().mint())
                .header("X-Forwarded-For", claimed)
                .header("Forwarded", "for=" + claimed)
                .header("X-Forwarded-Trusted-Proxy", "true")
                .body("{\"mobileNumber\":\"" + Person.freshNumber() + "\"}")
                .post("/v1/phone-changes");
    }

    private void sent(Supplier<Response> send, int second) {
        MovableClock.stopAt(start.plusSeconds(second));
        Response answer = send.get();
        assertThat(answer.statusCode()).as(second + " s: " + answer.asString()).isEqualTo(201);
    }

    private void refused(Supplier<Response> send, int second, int retryAfter) {
        MovableClock.stopAt(start.plusSeconds(second));
        long before = everything();
        assertMustWait(send.get(), TOO_OFTEN, retryAfter);
        assertThat(everything()).isEqualTo(before);
    }

    private static long everything() {
        return Rows.count("select (select count(*) from phone_change) + (select count(*) from verification_code)"
                + " + (select count(*) from message where kind = 'PhoneChangeCodeText')");
    }
}
