package uk.nhs.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void the_domain_is_kept_in_lower_case_and_the_name_as_it_is() {
        assertThat(new EmailAddress("Sam.Jones@NHS.Net").value()).isEqualTo("Sam.Jones@nhs.net");
    }

    @Test
    void addresses_are_equal_whatever_the_case_of_their_domain() {
        assertThat(new EmailAddress("sam@NHS.NET")).isEqualTo(new EmailAddress("sam@nhs.net"));
        assertThat(new EmailAddress("Sam@nhs.net")).isNotEqualTo(new EmailAddress("sam@nhs.net"));
    }

    @ParameterizedTest
    @CsvSource({
        "sam.jones@nhs.net, s•••@nhs.net",
        "s@nhs.net, s•••@nhs.net",
        "s.a.very.long.name.indeed@Example.COM, s•••@example.com",
        "sam@xn--caf-dma.example, s•••@xn--caf-dma.example"
    })
    void only_the_first_character_and_the_domain_are_shown(String address, String masked) {
        assertThat(new EmailAddress(address).masked()).isEqualTo(masked);
    }

    @Test
    void its_text_is_the_masked_form_so_that_a_log_shows_no_more() {
        assertThat(new EmailAddress("sam.jones@nhs.net"))
                .hasToString("s•••@nhs.net")
                .asString()
                .doesNotContain("am.jones");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sam",
                "@nhs.net",
                "sam@",
                "sam@@nhs.net",
                "éowyn@nhs.net",
                "ΑΣ@nhs.net",
                "sаm@nhs.net",
                "sam@café.example",
                "sam@nhs@net",
                "sam jones@nhs.net",
                "sam@nhs .net",
                " sam@nhs.net",
                "sam@nhs.net ",
                "<sam@nhs.net>",
                "Sam <sam@nhs.net>",
                "\"sam\"@nhs.net",
                "sam@nhs.net\r\nBcc: all@nhs.net",
                "sam@nhs.net\n",
                "sam\r@nhs.net",
                "sam\t@nhs.net",
                "sam\u0000@nhs.net",
                "sam\u0007@nhs.net",
                "sam@nhs.net\u007F",
                "sam@nhs\u0000.net",
                "sam@nhs.net\u0085",
                "sam@nhs.net\u2028Bcc:x",
                "sam\u00A0@nhs.net",
                "sam\u202E@nhs.net",
                "sam@nhs.net,all@nhs.net",
                "sam;all@nhs.net",
                "sam@nhs.net;all",
                "group:sam@nhs.net",
                "sam(x)@nhs.net",
                "sam\\@nhs.net"
            })
    void what_could_break_out_of_a_mail_header_is_no_address(String text) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new EmailAddress(text))
                .withMessage("Not an e-mail address");
    }

    @Test
    void the_name_has_64_characters_and_the_domain_255_at_the_most() {
        String name = "a".repeat(64);
        String domain = "b".repeat(255);
        assertThat(new EmailAddress(name + "@" + domain).value()).hasSize(320);
        assertThatIllegalStateException().isThrownBy(() -> new EmailAddress("a" + name + "@nhs.net"));
        assertThatIllegalStateException().isThrownBy(() -> new EmailAddress("sam@" + domain + "b"));
    }
}
