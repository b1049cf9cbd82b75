package uk.nhs.access.overload;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.TestTokens;

/**
 * What services and people ask, all of which reads and writes the database: of four requests two have a sign-in code sent, one
 * enters a wrong code, and one starts an unlock. Each account is asked about once; who was turned away asks again.
 */
final class Requests {

    private final String token = TestTokens.service("sign-in").mint();
    private final String run = UUID.randomUUID().toString();
    private final Queue<String> accounts;
    private final Deque<String> codes = new ArrayDeque<>();
    private final Deque<Asked> turnedAway = new ArrayDeque<>();
    private long number;

    Requests(int accounts) {
        this.accounts = new ArrayDeque<>(open(accounts));
    }

    private List<String> open(int count) {
        return Rows.texts("""
                with opened as (
                    insert into account (id, issuer, subject, name, mobile)
                    select gen_random_uuid(), ?, ? || '-' || n, 'Robin Marlowe ' || n, '+4473' || lpad(n::text, 8, '0')
                    from generate_series(1, ?) n
                    returning id, subject),
                addressed as (
                    insert into account_email (account_id, position, address)
                    select id, 0, subject || '@example.org' from opened)
                select id from opened
                """, TestTokens.ISSUER, run, count);
    }

    /** The next one. */
    Asked next() {
        Asked again = turnedAway.poll();
        return again != null ? again : fresh(number++);
    }

    void again(Asked asked) {
        turnedAway.add(asked);
    }

    private Asked fresh(long number) {
        if (number % 4 == 2) {
            return startOfUnlock(number);
        }
        String code = number % 4 == 3 ? codes.poll() : null;
        return code == null ? code() : check(code);
    }

    private Asked code() {
        JsonObject body = new JsonObject().put("account", accounts.remove()).put("purpose", "SIGN_IN");
        return asked(
                "/v1/verification-codes",
                token,
                body,
                Set.of(201),
                answer -> codes.add(answer.toJsonObject().getString("id")));
    }

    /** It is right once in a million times. */
    private Asked check(String code) {
        JsonObject body = new JsonObject().put("code", "000000");
        return asked("/v1/verification-codes/" + code + "/check", token, body, Set.of(200, 422), answer -> {});
    }

    private Asked startOfUnlock(long number) {
        JsonObject body = new JsonObject()
                .put("emailAddress", run + "-" + number + "@example.org")
                .put("mobileNumberEnding", "0459");
        return asked("/v1/unlocks", null, body, Set.of(201), answer -> {});
    }

    private static Asked asked(
            String path, @Nullable String token, JsonObject body, Set<Integer> expected, Consumer<Buffer> answered) {
        return new Asked(path, token, body.toBuffer(), expected, answered);
    }
}
