package uk.nhs.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.problem.Cid;
import uk.nhs.access.support.Tried;

class MobileNumbersTest {

    private final MobileNumbers inProduction = new MobileNumbers(() -> false);
    private final MobileNumbers elsewhere = new MobileNumbers(() -> true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07911 123456",
                "07911123456",
                "(07911) 123456",
                "07911-123-456",
                "07 9 1 1 1 2 3 4 5 6",
                " 07911 123456 ",
                "+447911123456",
                "+44 7911 123456",
                "+44 (0)7911 123456",
                "+44 (0) 7911-123456",
                "(+44) 7911 123456",
                "0044 7911 123456",
                "00447911123456",
                "0044 (0)7911 123456",
                "447911123456",
                "7911 123456"
            })
    void every_notation_of_a_number_means_the_same(String typed) {
        assertThat(inProduction.parse(typed)).contains(new MobileNumber("+447911123456"));
    }

    @ParameterizedTest
    @CsvSource({
        "Guernsey, 07911 123456, +447911123456",
        "Guernsey, 07781 123456, +447781123456",
        "Guernsey, 07839 123456, +447839123456",
        "Jersey, 07700 312345, +447700312345",
        "Jersey, 07700 712345, +447700712345",
        "Jersey, 07700 812345, +447700812345",
        "Jersey, 07700 899999, +447700899999",
        "Jersey, 07797 712345, +447797712345",
        "Jersey, 07829 712345, +447829712345",
        "Jersey, 07937 712345, +447937712345",
        "Jersey, 07509 712345, +447509712345",
        "Isle of Man, 07624 123456, +447624123456",
        "Isle of Man, 07524 123456, +447524123456",
        "Isle of Man, 07457 612345, +447457612345",
        "Great Britain, 07924 123456, +447924123456",
        "Great Britain, 07107 123456, +447107123456",
        "Great Britain, 07300 123456, +447300123456",
        "Great Britain, 07400 123456, +447400123456",
        "Great Britain, 07500 123456, +447500123456",
        "Great Britain, 07712 345678, +447712345678",
        "Great Britain, 07812 345678, +447812345678",
        "Great Britain, 07912 345678, +447912345678"
    })
    void mobiles_of_great_britain_and_the_islands_are_accepted(String where, String typed, String e164) {
        assertThat(inProduction.parse(typed)).as(where).contains(new MobileNumber(e164));
    }

    @ParameterizedTest
    @CsvSource({
        "personal number, 07012 345678",
        "personal number, 070 1234 5678",
        "personal number, +44 70 1234 5678",
        "pager, 07600 123456",
        "pager, 07640 123456",
        "pager, 07699 123456",
        "pager, +44 7640 123456",
        "landline, 0113 496 0999",
        "landline in a drama, 020 7946 0123",
        "landline in a drama, +44 20 7946 0123",
        "landline in a drama, 01632 960123",
        "Jersey landline, 01534 456789",
        "freephone, 0800 123 4567",
        "business rate, 0843 123 4567",
        "premium rate, 0909 879 0123",
        "country-wide, 0345 123 4567",
        "France, +33 6 12 34 56 78",
        "France, 0033 6 12 34 56 78",
        "United States, +1 202 555 0123",
        "United States, 001 202 555 0123",
        "Ireland, +353 85 012 3456",
        "no country, +999 123456789",
        "emergency, 999",
        "zeros, 00000000000",
        "too short, 0791112345",
        "too short, 07911 1",
        "too long, 079111234567",
        "too long, +4479111234567",
        "too many characters, 0 7 9 1 1 1 2 3 4 5 6",
        "only punctuation, +()- +()-",
        "nothing, ''"
    })
    void what_is_no_uk_mobile_is_refused(String what, String typed) {
        assertThat(inProduction.parse(typed)).as(what).isEmpty();
        assertThat(elsewhere.parse(typed)).as(what).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07911+123456",
                "0+447911123456",
                "+44+7911123456",
                "07911123456+",
                "++447911123456",
                "07911 123456 x9",
                "07911 123456 ext 5",
                "07911123456;ext=1",
                "07911 123456#9",
                "07911 CALLME",
                "O7911 123456",
                "abc07911123456",
                "tel:07911123456",
                "tel:+447911123456",
                "07911.123456",
                "07911/123456",
                "07911,123456",
                "07911_123456",
                "\uFF10\uFF17\uFF19\uFF11\uFF11\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16",
                "\u0660\u0667\u0669\u0661\u0661\u0661\u0662\u0663\u0664\u0665\u0666",
                "0791112345\u0666",
                "0791112345\uFF16",
                "\uFF0B447911123456",
                "\u200B07911123456",
                "07911\u200B123456",
                "07911123456\u200B",
                "\u202E07911123456",
                "\u206607911123456\u2069",
                "\uFEFF07911123456",
                "07911\u00A0123456",
                "07911\u2011123456",
                "07911\u2013123456",
                "07911123456\n",
                "07911\n123456",
                "07911123456\r\n",
                "07911\t123456",
                "07911123456\u0000",
                "07911\u0000123456"
            })
    void characters_that_the_library_would_read_into_a_number_are_refused(String typed) {
        assertThat(inProduction.parse(typed)).isEmpty();
    }

    @Test
    void a_number_that_is_required_is_the_one_that_was_typed() {
        assertThat(inProduction.require("07911 123456")).isEqualTo(new MobileNumber("+447911123456"));
    }

    @Test
    void any_number_is_a_mobile_of_the_uk_or_a_foreign_one() {
        assertThat(inProduction.requireAny("07911 123456")).isEqualTo(new MobileNumber("+447911123456"));
        assertThat(inProduction.requireAny("+33 6 12 34 56 78")).isEqualTo(new ForeignNumber("+33612345678"));
        assertThat(inProduction.requireAny("0033 6 12 34 56 78")).isEqualTo(new ForeignNumber("+33612345678"));
    }

    @ParameterizedTest
    @CsvSource({
        "020 7946 0000, NOT_A_UK_MOBILE",
        "07700 900123, NOT_A_UK_MOBILE",
        "+44 7700 90012, NOT_A_UK_MOBILE",
        "+33 1 23 45, NOT_A_PHONE_NUMBER",
        "+999 123 4567, NOT_A_PHONE_NUMBER",
        "robin, NOT_A_PHONE_NUMBER"
    })
    void what_is_neither_is_refused_as_what_it_is(String typed, Cid cid) {
        assertThat(Tried.refusal(() -> inProduction.requireAny(typed))).contains(cid);
    }
}
