package uk.nhs.access.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.nhs.access.support.KeyedApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/** Somebody who asks for a new number, again and again with the same key. */
final class Asking {

    private static final List<String> HEADERS =
            List.of("Content-Type", "Content-Language", "Location", "Cache-Control");

    final KeyedApi api = new KeyedApi(UUID.randomUUID().toString());
    final Person person = Person.fresh();
    final String number = Person.freshNumber();

    Response ask() {
        return api.ask(token(), number);
    }

    String token() {
        return person.token().mint();
    }

    long changes() {
        return Rows.count("select count(*) from phone_change where account_id = ?", person.account());
    }

    long messages(String kind) {
        return Rows.count("select count(*) from message where account_id = ? and kind = ?", person.account(), kind);
    }

    static void assertReplays(Response first, Response again) {
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(HEADERS)
                .allSatisfy(header -> assertThat(again.headers().getValues(header))
                        .isEqualTo(first.headers().getValues(header)));
    }

    /** When the latest of all answers is forgotten, as the rows tell nothing of whose they are. */
    static Instant keptUntil() {
        return Rows.instant("select max(expires_at) from kept_answer");
    }
}
