package uk.nhs.access.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Story;
import uk.nhs.access.support.VerificationCodeApi;

/** Codes of one person for several purposes, each entered where another is asked for. */
@QuarkusTest
class PurposesTest {

    private final Person person = Person.fresh();
    private CodeStory signIn;
    private CodeStory confirm;
    private Story change;
    private String signInCode;
    private String confirmCode;

    @BeforeEach
    void have_a_code_of_each() {
        signIn = CodeStory.signIn(person);
        signInCode = signIn.code();
        MovableClock.advance(Duration.ofMinutes(1));
        confirm = CodeStory.confirmAction(person);
        confirmCode = confirm.phone().awaitCode(2);
        MovableClock.advance(Duration.ofMinutes(1));
        change = Story.of(person).asks();
    }

    @Test
    void each_is_wrong_for_the_others_and_right_for_its_own() {
        for (String other : new String[] {confirmCode, change.code()}) {
            assertThat(signIn.enters(other).<String>path("cid")).isEqualTo("CID3101");
        }
        for (String other : new String[] {signInCode, change.code()}) {
            assertThat(confirm.enters(other).<String>path("cid")).isEqualTo("CID3101");
        }
        for (String other : new String[] {signInCode, confirmCode}) {
            assertThat(PhoneChangeApi.confirm(change.token(), change.change(), other)
                            .<String>path("cid"))
                    .isEqualTo("CID3101");
        }
        assertThat(signIn.enters(signInCode).statusCode()).isEqualTo(200);
        assertThat(confirm.enters(confirmCode).statusCode()).isEqualTo(200);
        change.entersTheCode();
    }

    @Test
    void the_code_of_a_phone_change_is_unknown_to_services() {
        String code = Rows.text("select code_id from phone_change where account_id = ?", person.account());
        assertThat(VerificationCodeApi.check(code, change.code()).<String>path("cid"))
                .isEqualTo("CID3109");
        change.entersTheCode();
    }
}
