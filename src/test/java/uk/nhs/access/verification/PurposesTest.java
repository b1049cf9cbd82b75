package uk.nhs.access.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
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
    private final CodeStory signIn = CodeStory.signIn(person);
    private final String signInCode = signIn.code();
    private final CodeStory confirm = laterBy(Duration.ofMinutes(1), () -> CodeStory.confirmAction(person));
    private final String confirmCode = confirm.phone().awaitCode(2);
    private final Story change =
            laterBy(Duration.ofMinutes(1), () -> Story.of(person).asks());

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

    private static <T> T laterBy(Duration wait, java.util.function.Supplier<T> what) {
        MovableClock.advance(wait);
        return what.get();
    }
}
