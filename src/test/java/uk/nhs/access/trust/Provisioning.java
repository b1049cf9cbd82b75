package uk.nhs.access.trust;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.TestTokens;

/** A service opens an account for somebody new. */
final class Provisioning implements Journey {

    private static final String SERVICE = AccountsApi.token();

    @Override
    public void walk(Worker worker) {
        String name = "new-" + new UUID(worker.random.nextLong(), worker.random.nextLong());
        worker.client.ask(new Request(
                Command.ACCOUNT_OPEN,
                name,
                null,
                "POST",
                "/v1/accounts",
                SERVICE,
                new JsonObject()
                        .put(
                                "subject",
                                new JsonObject()
                                        .put("issuer", TestTokens.ISSUER)
                                        .put("name", name))
                        .put("name", "Robin Marlowe")
                        .put("emailAddresses", new JsonArray().add(name + "@trust.example.org"))
                        .put("mobileNumber", worker.people.freshNumber())
                        .encode(),
                UUID.randomUUID().toString()));
    }
}
