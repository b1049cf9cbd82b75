package uk.nhs.access.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.Defaults;

/** A service that listens, as it is set up. */
class ReceiverTest {

    private static final SecurityEvent LOCKED = new SecurityEvent(SecurityEvent.Kind.ACCOUNT_LOCKED, null);
    private static final SecurityEvent DISABLED = new SecurityEvent(SecurityEvent.Kind.ACCOUNT_DISABLED, null);

    private final Map<String, String> settings = new HashMap<>(
            Map.of("event.receivers.a.url", "https://a.example/events", "event.receivers.a.audience", "the audience"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/events",
                "HTTPS://a.example/events",
                "http://localhost:8080/events",
                "HTTP://127.0.0.1/events",
                "http://[::1]/events"
            })
    void events_travel_encrypted_or_stay_on_this_machine(String url) {
        settings.put("event.receivers.a.url", url);

        assertThat(receiver().url()).isEqualTo(URI.create(url));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url | http://a.example/events | EVENT_RECEIVERS_A_URL must begin with https",
                "url | ftp://localhost/events | EVENT_RECEIVERS_A_URL must begin with https",
                "url | /events | EVENT_RECEIVERS_A_URL must begin with https",
                "url | http://localhost.example/events | EVENT_RECEIVERS_A_URL must begin with https",
                "events | AccountLocked,Locked | EVENT_RECEIVERS_A_EVENTS lists what is no event: [Locked]"
            })
    void a_receiver_that_is_set_up_wrongly_stops_the_start(String setting, String value, String sentence) {
        settings.put("event.receivers.a." + setting, value);
        EventSettings wrong = Defaults.with(EventSettings.class, settings);

        assertThatIllegalStateException().isThrownBy(() -> new Receivers(wrong)).withMessageStartingWith(sentence);
    }

    @Test
    void it_is_who_it_was_set_up_as() {
        assertThat(receiver().name()).isEqualTo("a");
        assertThat(receiver().audience()).isEqualTo("the audience");
        assertThat(receiver().authorization()).isNull();
    }

    @Test
    void it_wants_the_events_that_it_lists_or_all() {
        assertThat(receiver().wants(LOCKED)).isTrue();
        assertThat(receiver().wants(DISABLED)).isTrue();

        settings.put("event.receivers.a.events", "AccountLocked");

        assertThat(receiver().wants(LOCKED)).isTrue();
        assertThat(receiver().wants(DISABLED)).isFalse();
    }

    @Test
    void its_text_is_its_name_without_its_password() {
        settings.put("event.receivers.a.authorization", "Bearer secret");

        assertThat(receiver()).hasToString("Receiver a");
        assertThat(receiver().authorization()).isEqualTo("Bearer secret");
    }

    private Receiver receiver() {
        return Receiver.of(
                "a", Defaults.with(EventSettings.class, settings).receivers().get("a"));
    }
}
