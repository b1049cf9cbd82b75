package uk.nhs.access.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.TestTokens;
import uk.nhs.access.support.VerificationCodeApi;

/** Who may have codes sent and checked, and whose codes. */
@QuarkusTest
class ServicesTest {

    @Test
    void only_a_token_with_the_scope_is_let_in() {
        Person person = Person.fresh();
        Map<String, String> body = Map.of("account", person.account().toString(), "purpose", "SIGN_IN");
        assertRefused(
                VerificationCodeApi.with(person.token().mint()).body(body).post("/v1/verification-codes"),
                403,
                "CID1009");
        assertRefused(
                VerificationCodeApi.with(TestTokens.service("sign-in")
                                .expires(Instant.now().minusSeconds(60))
                                .mint())
                        .body(body)
                        .post("/v1/verification-codes"),
                401,
                "CID1008");
        assertThat(CodeStory.messages(person)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c56a4180-65aa-42ec-a945-5fd21dec0538", "x", "1-1-1-1-1"})
    void a_code_that_was_never_issued_is_unknown(String id) {
        assertRefused(VerificationCodeApi.check(id, "123456"), 404, "CID3109");
        assertRefused(VerificationCodeApi.resend(id), 404, "CID3109");
    }

    @Test
    void another_services_code_is_unknown_and_its_guesses_do_not_count() {
        CodeStory story = CodeStory.signIn();

        assertRefused(VerificationCodeApi.check("another", story.id(), story.code()), 404, "CID3109");
        assertRefused(
                VerificationCodeApi.as("another").body(Map.of()).post("/v1/verification-codes/{id}/resend", story.id()),
                404,
                "CID3109");

        assertThat(story.enters(story.code()).statusCode()).isEqualTo(200);
        assertThat(CodeStory.messages(story.person)).isEqualTo(1);
    }

    @Test
    void a_person_with_the_name_of_the_service_at_another_issuer_is_not_the_service() {
        CodeStory story = CodeStory.signIn();
        Rows.texts(
                "update verification set service_issuer = 'https://other.invalid' where id = ? returning id",
                UUID.fromString(story.id()));
        assertRefused(story.enters(story.code()), 404, "CID3109");
    }
}
