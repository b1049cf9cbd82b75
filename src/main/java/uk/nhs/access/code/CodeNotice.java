package uk.nhs.access.code;

import java.time.Instant;
import java.util.function.BiFunction;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.crypto.SecurityCode;
import uk.nhs.access.notice.Notice;

/** The notice that carries a code over one channel. */
record CodeNotice(Channel channel, BiFunction<String, IssuedCode, Notice> words) {

    static CodeNotice byText(Form<MobileNumber> form) {
        return new CodeNotice(
                Channel.TEXT, (to, issued) -> form.fill(new MobileNumber(to), issued.code(), issued.expiresAt()));
    }

    static CodeNotice byEmail(Form<EmailAddress> form) {
        return new CodeNotice(
                Channel.EMAIL, (to, issued) -> form.fill(new EmailAddress(to), issued.code(), issued.expiresAt()));
    }

    /** What every notice with a code is made of. */
    interface Form<T> {
        Notice fill(T to, SecurityCode code, Instant expiresAt);
    }
}
