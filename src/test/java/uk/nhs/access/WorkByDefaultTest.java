package uk.nhs.access;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.Bounds.assertOutOfBounds;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import uk.nhs.access.channel.ChannelSettings;
import uk.nhs.access.crypto.SigningAlgorithm;
import uk.nhs.access.crypto.SlowHashSettings;
import uk.nhs.access.directory.CarrySettings;
import uk.nhs.access.directory.DirectorySettings;
import uk.nhs.access.event.EventSettings;
import uk.nhs.access.notice.NoticeSettings;
import uk.nhs.access.notice.NotifySettings;
import uk.nhs.access.provisioning.ProvisioningSettings;
import uk.nhs.access.time.TimeSettings;
import uk.nhs.access.web.WebSettings;

/** How much is done at once, and how long it is waited for, where nobody set anything else. */
class WorkByDefaultTest {

    @Test
    void requests() {
        WebSettings web = Defaults.of(WebSettings.class);
        assertThat(web.mostAtOnce()).isEqualTo(64);
        assertThat(web.maxBodyBytes()).isEqualTo(16 * 1024);
        assertThat(web.maxJsonDepth()).isEqualTo(20);
        assertThat(web.maxJsonText()).isEqualTo(4 * 1024);
    }

    @Test
    void slow_hashes() {
        SlowHashSettings slow = Defaults.of(SlowHashSettings.class);
        assertThat(slow.memory()).isEqualTo(19_456);
        assertThat(slow.passes()).isEqualTo(2);
        assertThat(slow.lanes()).isEqualTo(1);
        assertThat(slow.atOnce()).isEqualTo(4);
        assertThat(slow.patience()).isEqualTo(Duration.ofSeconds(2));
        assertThat(slow.mostWaiting()).isEqualTo(44);
    }

    @Test
    void accounts_by_the_stream() {
        ProvisioningSettings provisioning = Defaults.of(ProvisioningSettings.class);
        assertThat(provisioning.streamsAtOnce()).isEqualTo(2);
        assertThat(provisioning.linesAtOnce()).isEqualTo(200);
        assertThat(provisioning.patience()).isEqualTo(Duration.ofSeconds(60));
        assertThat(provisioning.retryAfterBusy()).isEqualTo(30);
        assertOutOfBounds(ProvisioningSettings.class, "provisioning.lines-at-once", "1001");
    }

    @Test
    void channels() {
        ChannelSettings channel = Defaults.of(ChannelSettings.class);
        assertThat(channel.textsInAMinute()).isEqualTo(3_000);
        assertThat(channel.textsInADay()).isEqualTo(250_000);
        assertThat(channel.emailsInAMinute()).isEqualTo(3_000);
        assertThat(channel.emailsInADay()).isEqualTo(250_000);
        assertThat(channel.share()).isEqualByComparingTo("0.8");
        assertThat(channel.mostLag()).isEqualTo(Duration.ofMinutes(1));
        assertThat(channel.retryStopped()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void messages() {
        NoticeSettings notice = Defaults.of(NoticeSettings.class);
        assertThat(notice.giveUpAfter()).isEqualTo(Duration.ofDays(3));
        assertThat(notice.mailLease()).isGreaterThan(notice.mailTimeout());
        NotifySettings notify = Defaults.of(NotifySettings.class);
        assertThat(notify.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(notify.readTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(notice.textLease()).isGreaterThan(notify.connectTimeout().plus(notify.readTimeout()));
    }

    @Test
    void events() {
        EventSettings event = Defaults.of(EventSettings.class);
        assertThat(event.receivers()).isEmpty();
        assertThat(event.issuer()).isEmpty();
        assertThat(event.signingKeys()).isEmpty();
        assertThat(event.algorithm()).isEqualTo(SigningAlgorithm.RS256);
        assertThat(event.throwAwayKey()).isFalse();
        assertThat(event.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(event.readTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(event.lease()).isGreaterThan(event.connectTimeout().plus(event.readTimeout()));
        assertThat(event.giveUpAfter()).isEqualTo(Duration.ofDays(7));
        assertOutOfBounds(EventSettings.class, "event.give-up-after", "15d");
    }

    @Test
    void directories() {
        DirectorySettings directory = Defaults.of(DirectorySettings.class);
        assertThat(directory.targets()).isEmpty();
        assertThat(directory.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(directory.answerTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(directory.poolSize()).isEqualTo(4);
        assertThat(directory.syncEvery()).isEqualTo(Duration.ofMinutes(5));
        assertOutOfBounds(DirectorySettings.class, "directory.pool-size", "0");
        assertOutOfBounds(DirectorySettings.class, "directory.answer-timeout", "61s");
        assertOutOfBounds(DirectorySettings.class, "directory.sync-every", "25h");
    }

    @Test
    void what_is_carried_to_directories() {
        CarrySettings carry = Defaults.of(CarrySettings.class);
        DirectorySettings directory = Defaults.of(DirectorySettings.class);
        assertThat(carry.firstSync()).isEqualTo(Duration.ofHours(24));
        assertThat(carry.giveUp()).isEqualTo(Duration.ofDays(7));
        assertThat(carry.passwordLife()).isEqualTo(Duration.ofHours(24));
        assertThat(carry.lease())
                .isGreaterThan(directory
                        .connectTimeout()
                        .plus(directory.answerTimeout().multipliedBy(5)));
        assertOutOfBounds(CarrySettings.class, "directory.first-sync", "25h");
        assertOutOfBounds(CarrySettings.class, "directory.give-up", "15d");
        assertOutOfBounds(CarrySettings.class, "directory.password-life", "25h");
    }

    @Test
    void the_end_of_a_replica() {
        assertThat(Defaults.of(TimeSettings.class).toEnd()).isEqualTo(Duration.ofSeconds(20));
    }
}
