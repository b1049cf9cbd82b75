package uk.nhs.access.code;

import static uk.nhs.access.code.CodeNotice.byEmail;
import static uk.nhs.access.code.CodeNotice.byText;
import static uk.nhs.access.problem.Cid.CHANNEL_NOT_ALLOWED;

import java.util.List;
import java.util.Optional;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.notice.Notice;
import uk.nhs.access.notice.Notice.ConfirmActionCodeMail;
import uk.nhs.access.notice.Notice.ConfirmActionCodeText;
import uk.nhs.access.notice.Notice.PhoneChangeCodeText;
import uk.nhs.access.notice.Notice.RecoveryCodeMail;
import uk.nhs.access.notice.Notice.SignInCodeText;
import uk.nhs.access.notice.Notice.UnlockCodeText;
import uk.nhs.access.problem.Problem;

/** What a code may be used for, and the notices that may carry it. A code for one purpose is wrong for every other. */
public enum CodePurpose {
    /** Proves that a new mobile number reaches its owner. */
    PHONE_CHANGE(byText(PhoneChangeCodeText::new)),

    /** The second step of a sign-in. What an e-mail brings is no such step (NIST SP 800-63B-4, section 3.1.3.1). */
    SIGN_IN(byText(SignInCodeText::new)),

    /** Lets somebody who lost the phone ask for another number. It never signs anybody in. */
    RECOVERY(byEmail(RecoveryCodeMail::new)),

    /** Confirms that whoever unlocks an account has its phone. */
    UNLOCK(byText(UnlockCodeText::new)),

    /** Confirms something that a signed-in person does. */
    CONFIRM_ACTION(byText(ConfirmActionCodeText::new), byEmail(ConfirmActionCodeMail::new));

    private final List<CodeNotice> notices;

    CodePurpose(CodeNotice... notices) {
        this.notices = List.of(notices);
    }

    /** How codes for this purpose may be sent, the usual way first. */
    public List<Channel> channels() {
        return notices.stream().map(CodeNotice::channel).toList();
    }

    /** Refuses a channel that a code for this purpose must not take. */
    public void requireAllowed(Channel channel) {
        if (notice(channel).isEmpty()) {
            throw new Problem(CHANNEL_NOT_ALLOWED);
        }
    }

    /** The notice that brings {@code code} to {@code destination}. */
    public Notice notice(Channel channel, String destination, IssuedCode code) {
        return notice(channel).orElseThrow().words().apply(destination, code);
    }

    private Optional<CodeNotice> notice(Channel channel) {
        return notices.stream().filter(each -> each.channel() == channel).findFirst();
    }
}
