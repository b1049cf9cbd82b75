package uk.nhs.access.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.nhs.access.Defaults;
import uk.nhs.access.notice.NotifySettings;
import uk.nhs.access.support.Cases;

/** Whatever somebody sends, only a token that was handed out opens. */
class GeneratedBearersTest {

    private static final String TOKEN_CHARACTERS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~+/";

    @Test
    void only_a_token_that_was_handed_out_opens_and_none_that_is_nearly_one() {
        Cases.each(20, handing -> {
            List<String> handedOut = handing.several(1, 3, () -> handing.text(TOKEN_CHARACTERS, 32, 60));
            ReceiptTokens tokens = new ReceiptTokens(Defaults.with(
                    NotifySettings.class, Map.of("notice.notify.receipt-tokens", String.join(",", handedOut))));
            for (int i = 0; i < 200; i++) {
                String good = handing.of("Bearer ", "bearer ", "BEARER ") + handing.of(handedOut);
                assertThat(tokens.isIn(good)).isTrue();

                String header = handing.twisted(good);
                boolean stillGood = header.toLowerCase(Locale.ROOT).startsWith("bearer ")
                        && handedOut.contains(header.substring("bearer ".length()));
                assertThat(tokens.isIn(header)).as(header).isEqualTo(stillGood);
            }
        });
    }
}
