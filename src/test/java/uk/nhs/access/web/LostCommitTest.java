package uk.nhs.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.VerificationCodeApi;

/** A database that goes away in the middle of a COMMIT. */
@QuarkusTest
class LostCommitTest {

    private final Person person = Person.fresh();

    @BeforeEach
    void the_connection_ends_at_commit() {
        Rows.change("create function end_connection() returns trigger language plpgsql as"
                + " 'begin perform pg_terminate_backend(pg_backend_pid()); return null; end'");
        Rows.change("create constraint trigger lost_commit after insert on history_entry deferrable initially deferred"
                + " for each row when (new.account_id = '" + person.account() + "') execute function end_connection()");
    }

    @AfterEach
    void all_is_well_again() {
        Rows.change("drop function if exists end_connection cascade");
    }

    @Test
    void it_is_an_outage_that_passes_and_nothing_was_done() {
        VerificationCodeApi.issue(person, "SIGN_IN")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("cid", equalTo("CID1111"));

        assertThat(Rows.history(person)).isEmpty();
        all_is_well_again();
        VerificationCodeApi.issue(person, "SIGN_IN").then().statusCode(201);
    }
}
