package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.directory.Colleague.FIRST;
import static uk.nhs.access.directory.Colleague.eventually;
import static uk.nhs.access.directory.Colleague.told;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.AdministrationApi;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.Management;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.Rows;

/** One password for the mailbox and the workstation. */
@QuarkusTest
@TestProfile(Carrying.class)
class CarriedPasswordTest extends TwoDirectories {

    private static final String CHOSEN = "Kettle orange bus lantern";

    @ParameterizedTest
    @ValueSource(strings = {Adopted.ACTIVE_DIRECTORY, Adopted.PLAIN})
    void a_password_that_its_owner_chose_opens_the_workstation_too(String organisation) {
        Colleague colleague = Colleague.of(Person.with(), organisation, directory(organisation));

        Response answer = colleague.chooses(CHOSEN);

        assertThat(told(answer)).containsExactly("MAILBOX PASSWORD DONE", "DIRECTORY PASSWORD QUEUED");
        colleague.awaitStanding("PASSWORD DONE");
        assertThat(colleague.canWorkWith(CHOSEN)).isTrue();
        assertThat(colleague.canWorkWith(FIRST)).isFalse();
        assertThat(Rows.history(colleague.person)).containsExactly("PasswordChanged", "CarriedToDirectory");
        assertThat(colleague.sealed()).isZero();
    }

    @Test
    void where_same_sign_on_was_not_adopted_the_mailbox_is_all_there_is() {
        Person person = Person.with().organisation("X1A").password(FIRST).open();
        Colleague elsewhere = Colleague.notIn(person, active);

        assertThat(told(elsewhere.chooses(CHOSEN))).containsExactly("MAILBOX PASSWORD DONE");

        assertThat(PhoneChangeApi.with(person.token().mint()).get("/v1/account").<Map<String, ?>>path("$"))
                .doesNotContainKey("sameSignOn");
        assertThat(elsewhere.queue()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {Adopted.ACTIVE_DIRECTORY, Adopted.PLAIN})
    void whoever_unlocks_the_account_is_unlocked_at_the_workstation_too(String organisation) {
        Colleague colleague = Colleague.of(LockedOut.lockedBySignIns(), organisation, directory(organisation));
        directory(organisation).lock(colleague.person.address());

        Response kept = LockedOut.of(colleague.person).proves().keeps();

        assertThat(told(kept)).containsExactly("MAILBOX UNLOCK DONE", "DIRECTORY UNLOCK QUEUED");
        colleague.awaitStanding("UNLOCK DONE");
        assertThat(directory(organisation).isLocked(colleague.person.address())).isFalse();
        assertThat(colleague.canWorkWith(FIRST)).isTrue();
    }

    @Test
    void an_account_that_is_not_locked_here_may_be_locked_there() {
        Colleague colleague = Colleague.of(Person.with().questions(), Adopted.ACTIVE_DIRECTORY, active);
        active.lock(colleague.person.address());

        LockedOut.of(colleague.person).proves().keeps().then().statusCode(200);

        eventually(() -> assertThat(active.isLocked(colleague.person.address())).isFalse());
    }

    @Test
    void a_local_administrator_unlocks_both_and_sees_how_it_went() {
        Colleague colleague = Colleague.of(LockedOut.lockedBySignIns(), Adopted.ACTIVE_DIRECTORY, active);
        active.lock(colleague.person.address());
        AdministrationApi administrator = AdministrationApi.of(Adopted.ACTIVE_DIRECTORY);

        Response answer = administrator.unlock(colleague.person, "Rang us");

        assertThat(told(answer)).containsExactly("MAILBOX UNLOCK DONE", "DIRECTORY UNLOCK QUEUED");
        eventually(() -> assertThat(administrator.read(colleague.person).<List<String>>path("sameSignOn.state"))
                .containsExactly("DONE"));
        assertThat(active.isLocked(colleague.person.address())).isFalse();
    }

    @Test
    void a_password_that_the_directory_refuses_is_told_to_its_owner_and_wakes_nobody() {
        Colleague colleague = Colleague.of(Person.with().addresses(2), Adopted.ACTIVE_DIRECTORY, active);
        double alarms = alarms();

        colleague.chooses("Ottery stone"); // shorter than the directory likes

        colleague.awaitStanding("PASSWORD FAILED PASSWORD_POLICY");
        assertThat(colleague.canWorkWith(FIRST)).isTrue();
        for (String address : colleague.person.addresses()) {
            Map<String, String> mail = Inbox.of(address).await(2);
            assertThat(mail.get("subject")).isEqualTo("Your NHS account: your workstation still has the old password");
            assertThat(mail.get("text")).contains("Your mailbox has the new password", "choose another password");
        }
        assertThat(Rows.history(colleague.person)).containsExactly("PasswordChanged", "NotCarriedToDirectory");
        assertThat(colleague.rows()).doesNotContain("Ottery");
        assertThat(colleague.sealed()).isZero();
        assertThat(alarms()).isEqualTo(alarms);
        colleague.chooses(CHOSEN);
        colleague.awaitWorkWith(CHOSEN);
    }

    @Test
    void whoever_asked_in_welsh_is_told_so_in_welsh() {
        Colleague colleague = Colleague.of(Person.with(), Adopted.ACTIVE_DIRECTORY, active);

        PhoneChangeApi.with(colleague.person.token().mint())
                .header("Accept-Language", "cy")
                .body(Map.of("currentPassword", FIRST, "newPassword", "Ottery stone"))
                .put("/v1/account/password");

        assertThat(Inbox.of(colleague.person.address()).await(2).get("text")).contains("ar eich gweithfan o hyd");
    }

    @Test
    void a_directory_that_lets_us_do_nothing_wakes_somebody() {
        Colleague colleague = Colleague.of(Person.with(), Adopted.ACTIVE_DIRECTORY, active);
        active.closeToUs(true);
        double alarms = alarms();

        colleague.chooses(CHOSEN);

        colleague.awaitStanding("PASSWORD FAILED NOT_ALLOWED");
        assertThat(alarms()).isGreaterThan(alarms);
        assertThat(Inbox.of(colleague.person.address()).await(2).get("text")).contains("Local Administrator");
    }

    @Test
    void an_address_that_would_match_everybody_in_a_filter_is_nobodys_there() {
        Colleague colleague = Colleague.of(Person.with(), Adopted.ACTIVE_DIRECTORY, active);
        Colleague star = Colleague.notIn(
                Person.with()
                        .organisation(Adopted.ACTIVE_DIRECTORY)
                        .password(FIRST)
                        .open(),
                active);
        Rows.change("update account_email set address = '*@example.org' where account_id = ?", star.person.account());

        star.chooses(CHOSEN);

        star.awaitStanding("PASSWORD FAILED NOT_IN_DIRECTORY");
        assertThat(colleague.canWorkWith(FIRST)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*)(mail=*@example.org", "*)(uid=*@example.org", "a\\2a@example.org"})
    void an_address_that_would_end_a_filter_is_none(String address) {
        Map<String, Object> somebody = AccountsApi.somebody();
        somebody.put("emailAddresses", List.of(address));

        assertRefused(AccountsApi.open(somebody), 400, "CID1001");
    }

    @Test
    void nobody_is_told_anything_of_a_directory_before_everything_was_proved() {
        Colleague colleague = Colleague.of(Person.with().questions().addresses(1), Adopted.ACTIVE_DIRECTORY, active);

        LockedOut story = LockedOut.of(colleague.person);
        Response wrong = story.answers(LockedOut.WRONG);
        Response proved = story.answers(QuestionApi.ANSWERS);

        assertThat(wrong.asString() + proved.asString()).doesNotContain("DIRECTORY", "targets");
        assertThat(colleague.queue()).isEmpty();
    }

    private DirectoryDouble directory(String organisation) {
        return organisation.equals(Adopted.ACTIVE_DIRECTORY) ? active : plain;
    }

    private static double alarms() {
        return Management.metric("access_alarms_total", "alarm=\"DIRECTORY_FAILED\"");
    }
}
