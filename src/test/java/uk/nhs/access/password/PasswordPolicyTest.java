package uk.nhs.access.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static uk.nhs.access.password.PasswordReason.BREACHED;
import static uk.nhs.access.password.PasswordReason.COMMON;
import static uk.nhs.access.password.PasswordReason.LIKE_YOUR_ADDRESS;
import static uk.nhs.access.password.PasswordReason.LIKE_YOUR_NAME;
import static uk.nhs.access.password.PasswordReason.TOO_LONG;
import static uk.nhs.access.password.PasswordReason.TOO_SHORT;
import static uk.nhs.access.problem.Cid.PASSWORD_REFUSED;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.Defaults;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.Holder;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.support.Tried;

class PasswordPolicyTest {

    private static final PasswordSettings SETTINGS = Defaults.of(PasswordSettings.class);
    private static final PasswordPolicy POLICY =
            new PasswordPolicy(SETTINGS, new CommonPasswords(SETTINGS), new BreachLists(SETTINGS));
    private final OwnWords robin = OwnWords.of(
            new Holder("Robin Okafor-Lloyd", null),
            List.of(new EmailAddress("r.okafor7@rivermead.nhs.uk"), new EmailAddress("the.bluebird@example.org")));
    private static final String FILLER = "kettle orange bus lantern ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kettle orange bus",
                "my dog is called rex",
                "tegell melyn drwm hosan",
                "чайник оранжевый автобус",
                "茶壶橙色巴士灯笼毛衣袜子鼓",
                "x9$Tq!vR2#mLp",
                "😀🚌🍊🫖🥁🧦🧶🪜🛶🪁🦦🎻",
                "   kettle   bus   "
            })
    void a_password_that_is_hard_to_guess_is_welcome_in_any_script_and_with_blanks(String text) {
        assertThat(reasons(text)).isEmpty();
    }

    @Test
    void it_has_12_to_128_characters_however_many_bytes_each_takes() {
        assertThat(reasons("x9$Tq!vR2#m")).contains(TOO_SHORT);
        assertThat(reasons("x9$Tq!vR2#mL")).isEmpty();
        assertThat(reasons("😀🚌🍊🫖🥁🧦🧶🪜🛶🪁🦦")).contains(TOO_SHORT);
        assertThat(reasons(ofLength(64))).isEmpty();
        assertThat(reasons(ofLength(128))).isEmpty();
        assertThat(reasons(ofLength(129))).containsExactly(TOO_LONG);
    }

    @Test
    void letters_count_once_whether_they_were_typed_in_one_part_or_in_two() {
        String composed = "tŷ â môr ŵ î";
        String takenApart = Normalizer.normalize(composed, Normalizer.Form.NFD);

        assertThat(takenApart).isNotEqualTo(composed);
        assertThat(new TypedPassword(takenApart)).isEqualTo(new TypedPassword(composed));
        assertThat(new TypedPassword(takenApart).length()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password123!",
                "passwordpassword",
                "P@ssw0rd2026!",
                "123456789012",
                "qwertyuiop123",
                "1q2w3e4r5t6y",
                "aaaaaaaaaaaa",
                "abcdefghijkl",
                "manchesterunited",
                "letmeinplease",
                "december2026",
                "nhsnhsnhsnhs",
                "hospital2026!",
                "Rhagfyr2026!",
                "ysbytyysbyty",
                "cyfrinair123",
                "changeme2026"
            })
    void what_everybody_tries_first_is_common_with_digits_and_signs_as_well(String text) {
        assertThat(reasons(text)).contains(COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Robin Okafor",
                "okafor-robin-1987",
                "R0b1n0k4f0r!!",
                "RÓBIN..OKAFÓR",
                "robin83746592",
                "okaforlloydxyz",
                "1234robinkettl",
                "robinrobinrobin"
            })
    void a_password_made_of_the_name_is_refused_whatever_surrounds_it(String text) {
        assertThat(reasons(text)).contains(LIKE_YOUR_NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rivermead2026!", "r.okafor7@rivermead", "TheBlueBird99", "th3blu3b1rd99!", "bluebird kettl"})
    void a_password_made_of_an_address_is_refused_whatever_surrounds_it(String text) {
        assertThat(reasons(text)).contains(LIKE_YOUR_ADDRESS);
    }

    @Test
    void a_password_that_was_stolen_is_refused_however_hard_to_guess_it_was() {
        assertThat(reasons("correct horse battery staple")).containsExactly(BREACHED);
    }

    @Test
    void a_name_among_enough_else_is_no_harm() {
        assertThat(reasons("robin and the orange kettle")).isEmpty();
        assertThat(reasons("robin-abcdefg!")).contains(LIKE_YOUR_NAME);
        assertThat(reasons("robin-kettleor")).isEmpty();
    }

    @Test
    void somebody_with_a_short_name_may_use_its_letters() {
        OwnWords li = OwnWords.of(new Holder("Li Xu", null), List.of(new EmailAddress("lx@nhs.net")));

        assertThat(POLICY.reasons(new TypedPassword("lime lizard sofa"), li)).isEmpty();
        assertThat(POLICY.reasons(new TypedPassword("lixu20261122!"), li)).contains(LIKE_YOUR_NAME);
    }

    @Test
    void all_reasons_are_given_at_once() {
        assertThat(reasons("Robin1")).contains(TOO_SHORT, COMMON, LIKE_YOUR_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p@55w0rd", "111111", "aB3$kZ9!qW", "robin", "lI1!|"})
    @Timeout(5)
    void a_long_password_is_looked_at_in_no_time(String part) {
        String longest = part.repeat(128).substring(0, 128);
        for (int i = 0; i < 20; i++) {
            assertThat(reasons(longest)).isNotNull();
        }
    }

    @Test
    void it_is_refused_with_all_the_reasons_or_let_pass() {
        assertThat(Tried.refusal(() -> POLICY.require(new TypedPassword("kettle orange bus"), robin)))
                .isEmpty();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> POLICY.require(new TypedPassword("Robin1"), robin))
                .satisfies(refused -> {
                    assertThat(refused.cid()).isEqualTo(PASSWORD_REFUSED);
                    assertThat(refused.facts()).containsEntry("reasons", reasons("Robin1"));
                });
    }

    @Test
    void nothing_of_it_is_shown_in_passing() {
        assertThat(new TypedPassword(FILLER).toString() + robin + robin.name())
                .doesNotContainIgnoringCase("kettle")
                .doesNotContainIgnoringCase("robin");
    }

    private List<PasswordReason> reasons(String text) {
        return POLICY.reasons(new TypedPassword(text), robin);
    }

    private static String ofLength(int length) {
        return FILLER.repeat(10).substring(0, length - 1) + "x";
    }
}
