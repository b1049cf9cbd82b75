package uk.nhs.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.problem.Cid.NOT_A_PHONE_NUMBER;
import static uk.nhs.access.problem.Cid.NOT_A_UK_MOBILE;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import uk.nhs.access.problem.Cid;
import uk.nhs.access.support.Cases;
import uk.nhs.access.support.Chance;
import uk.nhs.access.support.Tried;

/** What must be true of whatever somebody gives as an address, a number or a code of an organisation. */
class GeneratedAddressesTest {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String ADDRESS_CHARACTERS = LETTERS + "!#$%&'*+-/=?^_`{|}~.";

    private final MobileNumbers numbers = new MobileNumbers(() -> true);

    @Test
    void an_address_of_visible_ascii_is_taken_and_read_again_as_itself() {
        Cases.each(5_000, chance -> {
            String name = chance.text(ADDRESS_CHARACTERS, 1, 64);
            String domain = chance.text(LETTERS + ".-", 1, 255);

            EmailAddress address = new EmailAddress(name + "@" + domain);

            assertThat(address.value()).isEqualTo(name + "@" + domain.toLowerCase(Locale.ROOT));
            assertThat(new EmailAddress(address.value())).isEqualTo(address);
            assertThat(address.key()).isEqualTo(new EmailAddress(address.key().toUpperCase(Locale.ROOT)).key());
            assertThat(address.masked())
                    .startsWith(name.substring(0, 1) + "•••@")
                    .hasSize(5 + domain.length());
        });
    }

    @Test
    void whatever_else_is_taken_for_an_address_cannot_leave_its_place_in_a_header() {
        Cases.each(20_000, chance -> {
            String typed = chance.twisted(chance.of("sam.jones@nhs.net", "a@b", "Sam@xn--caf-dma.example"));
            Optional<EmailAddress> read = read(EmailAddress::new, typed);

            assertThat(read.isPresent()).as(typed).isEqualTo(typed.matches("[^@]{1,64}@[^@]{1,255}") && isPlain(typed));
            read.ifPresent(address -> assertThat(address.value()).isEqualToIgnoringCase(typed));
        });
    }

    @Test
    void a_code_of_an_organisation_is_the_same_in_any_case_and_nothing_else_is_one() {
        Cases.each(20_000, chance -> {
            String code = chance.text(LETTERS, 2, 10);
            assertThat(OdsCode.parse(code)).contains(new OdsCode(code.toUpperCase(Locale.ROOT)));
            assertThat(new OdsCode(code)).hasToString(code.toUpperCase(Locale.ROOT));
            assertThat(OdsCode.parse(new OdsCode(code).value())).contains(new OdsCode(code));

            String twisted = chance.twisted(code);
            boolean isOne = twisted.length() >= 2
                    && twisted.length() <= 10
                    && twisted.chars().allMatch(character -> LETTERS.indexOf(character) >= 0);
            assertThat(OdsCode.parse(twisted).isPresent()).as(twisted).isEqualTo(isOne);
        });
    }

    @Test
    void any_number_is_a_mobile_of_the_uk_or_a_foreign_one_or_refused_as_one_of_two_things() {
        Cases.each(10_000, chance -> {
            String typed = chance.oneIn(2) ? number(chance) : chance.twisted(number(chance));
            Optional<Cid> refusal = Tried.refusal(() -> {
                AnyNumber number = numbers.requireAny(typed);
                assertThat(numbers.requireAny(number.e164())).as(typed).isEqualTo(number);
                assertThat(number instanceof MobileNumber)
                        .as(typed)
                        .isEqualTo(number.e164().startsWith("+44"))
                        .isEqualTo(numbers.parse(typed).isPresent());
                assertThat(number.masked())
                        .isEqualTo("•••• •••" + number.ending())
                        .endsWith(number.ending());
            });

            assertThat(refusal.map(cid -> cid == NOT_A_PHONE_NUMBER || cid == NOT_A_UK_MOBILE)
                            .orElse(true))
                    .isTrue();
            assertThat(Tried.refusal(() -> numbers.require(typed)))
                    .isEqualTo(numbers.parse(typed).isPresent() ? Optional.empty() : Optional.of(NOT_A_UK_MOBILE));
        });
    }

    private static String number(Chance chance) {
        String country = chance.of("+447700900", "07", "+336", "+1202", "+4915", "+44 20", "0033 6", "+61 4", "+");
        return country + chance.text("0123456789", 1, 9);
    }

    /** Nothing but visible ASCII, and of that nothing with a meaning of its own in a header. */
    private static boolean isPlain(String typed) {
        return typed.chars().allMatch(each -> each > ' ' && each < 0x7F && "()<>[]:;\\,\"".indexOf(each) < 0);
    }

    private static <T> Optional<T> read(Function<String, T> parser, String typed) {
        try {
            return Optional.of(parser.apply(typed));
        } catch (IllegalStateException refused) {
            return Optional.empty();
        }
    }
}
