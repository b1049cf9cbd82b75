package uk.nhs.access.notice;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.crypto.SecurityCode;
import uk.nhs.access.crypto.TemporaryPassword;

/** A notice of every kind there is, or two where something about it is true or false. */
final class SampleNotices {

    private static final String HERE = "uk.nhs.access.notice.SampleNotices#";

    /** Where parameterized tests find them, as their {@code @MethodSource} says it. */
    static final String ALL = HERE + "all";

    static final String MAILS = HERE + "mails";
    static final String TEXTS = HERE + "texts";

    static final URI CANCEL_LINK = URI.create("https://settings.example/cancel#token=" + "Aa0_-".repeat(8) + "xyz");

    /** One value for each type that a notice is made of, less what is true or false: that is tried both ways. */
    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            entry(int.class, 10),
            entry(MobileNumber.class, new MobileNumber("+447700900123")),
            entry(EmailAddress.class, new EmailAddress("a.person@nhs.net")),
            entry(SecurityCode.class, new SecurityCode("012345")),
            entry(TemporaryPassword.class, new TemporaryPassword("abcd2345efgh6789")),
            entry(URI.class, CANCEL_LINK),
            entry(Duration.class, Duration.ofHours(24)),
            entry(Instant.class, Instant.parse("2026-09-23T13:05:00Z")));

    private SampleNotices() {}

    static Stream<Notice> all() {
        return Stream.concat(mails(), texts());
    }

    static Stream<Notice> mails() {
        return records(Notice.Mail.class).flatMap(SampleNotices::samples);
    }

    static Stream<Notice> texts() {
        return records(Notice.Text.class).flatMap(SampleNotices::samples);
    }

    /** @param either the value of whatever is true or false of it */
    static Notice sample(Class<?> type, boolean either) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Map<Class<?>, Object> samples = new HashMap<>(SAMPLES);
        samples.put(boolean.class, either);
        assertThat(samples).as("samples for %s", type.getSimpleName()).containsKeys(types);
        try {
            return (Notice) type.getDeclaredConstructor(types)
                    .newInstance(Arrays.stream(types).map(samples::get).toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(SampleNotices::records);
    }

    private static Stream<Notice> samples(Class<?> type) {
        return Stream.of(true, false).map(either -> sample(type, either)).distinct();
    }
}
