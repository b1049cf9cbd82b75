package uk.nhs.access.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.nhs.access.contract.ContractFilter;
import uk.nhs.access.support.OperationsApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Story;

/** Where nobody listens. */
@QuarkusTest
class NobodyListensTest {

    @Test
    void nothing_is_written_down() {
        Story story = Story.ofSomebody().asks();

        assertThat(Rows.count("select count(*) from announcement where account_id = ?", story.person.account()))
                .isZero();
        assertThat(OperationsApi.receivers().<List<?>>path("")).isEmpty();
    }

    @Test
    void the_keys_are_there_for_everybody_and_may_be_cached() {
        Response answer = given().filter(new ContractFilter()).get("/v1/event-keys");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<List<?>>path("keys")).isEmpty();
        assertThat(answer.headers().getValues("Cache-Control")).containsExactly("public, max-age=300");
    }
}
