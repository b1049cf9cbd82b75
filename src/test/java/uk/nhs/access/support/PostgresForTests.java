package uk.nhs.access.support;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives every {@code @QuarkusTest} the database, the issuer of tokens and the token for receipts of the test run. */
@QuarkusTestResource(PostgresForTests.class)
public class PostgresForTests implements QuarkusTestResourceLifecycleManager {

    /** The settings that any instance of the service needs to work with this test run. */
    public static Map<String, String> settings() {
        return settings(TestDatabase.url());
    }

    /** The same with another PostgreSQL. */
    public static Map<String, String> settings(String url) {
        return Map.of(
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.username", TestDatabase.USER,
                "quarkus.datasource.password", TestDatabase.PASSWORD,
                "caller.issuers.tests.issuer", TestTokens.ISSUER,
                "caller.issuers.tests.audience", TestTokens.AUDIENCE,
                "caller.issuers.tests.keys", TestKeys.publicKeys().toString(),
                "notice.notify.receipt-tokens", ReceiptApi.TOKEN);
    }

    @Override
    public Map<String, String> start() {
        return settings();
    }

    /** The database goes on: the next tests may start the service anew. */
    @Override
    public void stop() {}
}
