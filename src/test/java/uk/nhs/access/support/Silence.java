package uk.nhs.access.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Everything that a refusal must leave as it was: what the database holds of somebody, and what anybody was sent. */
public final class Silence {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Person person;
    private final List<String> recipients;
    private final List<String> before;

    private Silence(Person person, List<String> recipients) {
        this.person = person;
        this.recipients = recipients;
        this.before = heard();
    }

    /** Listens from now on to what concerns a person, and to further numbers. */
    public static Silence of(Person person, String... numbers) {
        Stream<String> own = Stream.concat(Stream.ofNullable(person.mobile()), person.addresses().stream());
        awaitWhatIsOnItsWay(person);
        return new Silence(person, Stream.concat(own, Stream.of(numbers)).toList());
    }

    private static void awaitWhatIsOnItsWay(Person person) {
        Awaitility.await("messages on their way")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Rows.count(
                                "select count(*) from message where account_id = ? and state = 'QUEUED'",
                                person.account())
                        == 0);
    }

    public void isKept() {
        assertThat(heard()).isEqualTo(before);
    }

    private List<String> heard() {
        List<String> heard = new ArrayList<>();
        heard.addAll(rows("select c::text from phone_change c where account_id = ? order by id"));
        heard.addAll(rows("select r::text from recovery r where account_id = ? order by id"));
        heard.addAll(rows("select c::text from verification_code c where account_id = ? order by id"));
        heard.addAll(rows("select p::text from password p where account_id = ?"));
        heard.addAll(rows("select p::text from past_password p where account_id = ? order by id"));
        heard.addAll(rows("select q::text from security_question q where account_id = ? order by position"));
        heard.addAll(rows("select u::text from unlock u where subject_id = ? order by id"));
        heard.addAll(rows("select c::text from carried_change c where account_id = ? order by id"));
        heard.addAll(rows("select id || kind from message where account_id = ? order by id"));
        heard.addAll(rows("select id || event from history_entry where account_id = ? order by id"));
        heard.addAll(rows("select a::text from account a where id = ?"));
        recipients.forEach(
                recipient -> heard.add(recipient + Inbox.of(recipient).messages()));
        return heard;
    }

    private List<String> rows(String sql) {
        return Rows.texts(sql, person.account());
    }
}
