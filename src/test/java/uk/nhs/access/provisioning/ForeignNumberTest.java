package uk.nhs.access.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.RecoveryApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.Story;
import uk.nhs.access.support.TestTokens;
import uk.nhs.access.support.VerificationCodeApi;

/** A number that is not of the UK is kept, and disables the account until one that is takes its place. */
@QuarkusTest
class ForeignNumberTest {

    private static final String IRISH = "+353 85 012 3456";

    @ParameterizedTest
    @ValueSource(strings = {IRISH, "00353850123456", "+1 201 555 0123", "+49 1512 3456789", "+91 81234 56789"})
    void an_account_with_a_foreign_number_is_opened_and_disabled(String number) {
        Response opened = AccountsApi.open(AccountsApi.somebody(number));

        opened.then()
                .statusCode(201)
                .body("disabledBecause", equalTo("NON_UK_NUMBER"))
                .body("mobileNumber", equalTo("•••• •••" + number.substring(number.length() - 3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"020 7946 0018", "070 1234 5678", "076 0012 3456", "+44 161 496 0000", "07700 90012"})
    void a_number_of_the_uk_that_is_no_mobile_is_refused_and_not_kept(String number) {
        assertRefused(AccountsApi.open(AccountsApi.somebody(number)), 422, "CID3201");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999 1234567",
                "+353 1",
                "+353 85 012 3456 ext 5",
                "+353850123456x9",
                "+٣٥٣٨٥٠١٢٣٤٥٦",
                "+３５３８５０１２３４５６",
                "CALL ME NOW",
                "+1 201 555 012",
                "+353 85 012 3456\n",
                "0000000000"
            })
    void what_is_no_phone_number_is_refused(String number) {
        Response refused = AccountsApi.open(AccountsApi.somebody(number));

        assertThat(refused.<String>path("cid")).as(refused.asString()).isIn("CID3404", "CID3201");
        assertThat(refused.statusCode()).isEqualTo(422);
    }

    @Test
    void nothing_that_sends_or_changes_works_on_it_and_the_refusal_says_why() {
        Person person = AccountsApi.opened(AccountsApi.somebody(IRISH));
        Silence silence = Silence.of(person, IRISH.replace(" ", ""));
        String lost = TestTokens.lostPhone(person.subject()).mint();

        assertDisabled(PhoneChangeApi.ask(person.token().mint(), Person.freshNumber()));
        assertDisabled(VerificationCodeApi.issue(person, "SIGN_IN"));
        assertDisabled(VerificationCodeApi.issue(person, "CONFIRM_ACTION", "EMAIL"));
        assertDisabled(RecoveryApi.start(lost));
        silence.isKept();

        PhoneChangeApi.with(person.token().mint()).get("/v1/account").then().statusCode(200);
    }

    @Test
    void what_was_under_way_stops_when_the_number_becomes_a_foreign_one() {
        Story story = Story.ofSomebody().asks();
        CodeStory code = CodeStory.signIn();
        String entered = story.code();
        foreign(story.person);
        foreign(code.person);

        assertThat(story.state()).isEqualTo("SUPERSEDED");
        assertDisabled(PhoneChangeApi.confirm(story.token(), story.change(), entered));
        assertDisabled(PhoneChangeApi.resend(story.token(), story.change()));
        assertDisabled(code.enters(code.code()));
        assertDisabled(VerificationCodeApi.resend(code.id()));
        assertThat(story.numberOnFile()).isNull();
    }

    @Test
    void a_change_on_hold_is_never_applied_once_the_number_is_a_foreign_one() {
        Story story = Story.ofSomebody().isHeld();
        String link = story.cancelToken();

        foreign(story.person);

        assertThat(story.state()).isEqualTo("SUPERSEDED");
        assertRefused(PhoneChangeApi.redeem(link), 410, "CID3013");
    }

    @Test
    void the_owner_is_told_at_the_former_number_and_every_address_and_nothing_goes_abroad() {
        Person person = Person.with().addresses(2).open();

        foreign(person).then().body("disabledBecause", equalTo("NON_UK_NUMBER"));

        assertThat(Inbox.of(person.mobile()).awaitText(1)).contains("not from the UK");
        for (String address : person.addresses()) {
            assertThat(Inbox.of(address).await(1).get("subject")).contains("needs a UK mobile phone number");
        }
        assertThat(Inbox.of(IRISH.replace(" ", "")).messages()).isEmpty();
        assertThat(Rows.history(person)).containsExactly("NumberSet", "AccountDisabled");
    }

    @Test
    void a_uk_number_takes_its_place_and_the_account_works() {
        Person person = AccountsApi.opened(AccountsApi.somebody(IRISH));
        String number = Person.freshNumber();

        AccountsApi.change(person, Map.of("mobileNumber", number))
                .then()
                .statusCode(200)
                .body("mobileNumber", endsWith(number.substring(8)))
                .body("$", not(hasKey("disabledBecause")));

        assertThat(VerificationCodeApi.issue(person, "SIGN_IN").statusCode()).isEqualTo(201);
        assertThat(Rows.history(person))
                .containsExactly("AccountProvisioned", "AccountDisabled", "NumberSet", "AccountEnabled", "CodeIssued");
    }

    @Test
    void what_a_service_disabled_is_not_lifted_by_a_uk_number_nor_a_foreign_number_by_a_service() {
        Person person = AccountsApi.opened(AccountsApi.somebody(IRISH));
        AccountsApi.disable(person, "Left the organisation").then().body("disabledBecause", equalTo("BY_SERVICE"));
        AccountsApi.enable(person).then().body("disabledBecause", equalTo("NON_UK_NUMBER"));
        AccountsApi.enable(person).then().body("disabledBecause", equalTo("NON_UK_NUMBER"));

        AccountsApi.disable(person, "Left the organisation");
        AccountsApi.change(person, Map.of("mobileNumber", Person.freshNumber()))
                .then()
                .body("disabledBecause", equalTo("BY_SERVICE"));
        AccountsApi.enable(person).then().body("$", not(hasKey("disabledBecause")));
    }

    private static Response foreign(Person person) {
        return AccountsApi.change(person, Map.of("mobileNumber", IRISH));
    }

    private static void assertDisabled(Response answer) {
        assertRefused(answer, 403, "CID2012");
        assertThat(answer.<String>path("reason")).isEqualTo("NON_UK_NUMBER");
        assertThat(answer.<String>path("detail")).contains("ask your local organisation");
    }
}
