package uk.nhs.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.VerificationCodeApi;

/** A database that cannot do what it is asked, or goes away in the middle of a COMMIT. */
@QuarkusTest
class DatabaseFaultsTest {

    private final Person person = Person.fresh();

    @AfterEach
    void all_is_well_again() {
        Rows.change("drop function if exists give_up cascade");
    }

    @ParameterizedTest
    @CsvSource({
        "53100, disk full",
        "53200, out of memory",
        "53300, too many connections",
        "55P03, a lock that somebody holds for too long",
        "57014, a statement that takes too long",
        "40P01, a deadlock",
        "40001, a transaction that cannot be put in an order"
    })
    void it_is_an_outage_that_passes_and_nothing_was_done(String state, String meaning) {
        Rows.change("create function give_up() returns trigger language plpgsql as 'begin raise exception ''" + meaning
                + "'' using errcode = ''" + state + "''; end'");
        Rows.change("create trigger give_up before insert on history_entry for each row when (new.account_id = '"
                + person.account() + "') execute function give_up()");

        assertPassesWithNothingDone();
    }

    @Test
    void a_commit_that_is_lost_is_an_outage_that_passes_and_nothing_was_done() {
        Rows.change("create function give_up() returns trigger language plpgsql as"
                + " 'begin perform pg_terminate_backend(pg_backend_pid()); return null; end'");
        Rows.change("create constraint trigger give_up after insert on history_entry deferrable initially deferred"
                + " for each row when (new.account_id = '" + person.account() + "') execute function give_up()");

        assertPassesWithNothingDone();
    }

    private void assertPassesWithNothingDone() {
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
