package uk.nhs.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of a sending: what the caller did alone decides the wait to the second, what others did only the window. */
class SendingTest {

    private static final Rule OWN = rule("own", 60, false);
    private static final Rule SHARED = rule("shared", 3_600, true);

    @Test
    void the_database_says_for_each_rule_what_it_leaves_and_for_how_long() {
        Object[] answer = {false, 1_500L, new Integer[] {0, 3}, new Long[] {1_500L, 0L}};

        Sending sending = Sending.from(answer, List.of(OWN, SHARED));

        assertThat(sending.closed()).isFalse();
        assertThat(sending.pause()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(sending.quotas()).containsExactly(quota(OWN, 0, 1_500), quota(SHARED, 3, 0));
    }

    @Test
    void a_closed_channel_has_no_quotas_and_perhaps_no_end() {
        Sending sending = Sending.from(new Object[] {true, null, null, null}, List.of(OWN));

        assertThat(sending).isEqualTo(new Sending(true, null, List.of()));
    }

    @Test
    void the_wait_is_the_longest_of_the_rules_that_leave_nothing() {
        Rule longer = rule("longer", 600, false);

        assertThat(told(quota(OWN, 0, 40_000), quota(longer, 0, 90_000), quota(SHARED, 1, 0)))
                .hasSeconds(90);
        assertThat(told(quota(OWN, 0, 40_000), quota(longer, 1, 90_000))).hasSeconds(40);
        assertThat(told(quota(OWN, 1, 40_000))).isZero();
    }

    @Test
    void where_others_decide_it_is_their_whole_window() {
        assertThat(told(quota(OWN, 0, 40_000), quota(SHARED, 0, 40_001))).hasSeconds(3_600);
        assertThat(told(quota(OWN, 0, 40_000), quota(SHARED, 0, 40_000))).hasSeconds(40);
        assertThat(told(quota(SHARED, 0, 1))).hasSeconds(3_600);
        assertThat(told(quota(OWN, 0, 59_000), quota(rule("short", 58, true), 0, 60_000)))
                .hasSeconds(59);
    }

    @Test
    void a_limit_that_was_hit_is_named_once() {
        Sending sending = new Sending(
                false,
                Duration.ofSeconds(1),
                List.of(quota(OWN, 0, 1), quota(rule("own", 5, true), 0, 1), quota(SHARED, 1, 0)));

        assertThat(sending.limitsHit()).containsExactly("own");
    }

    @Test
    void a_quota_is_written_as_the_draft_says_in_whole_seconds_rounded_up() {
        assertThat(quota(OWN, 2, 1_001).policy()).isEqualTo("\"own\";q=4;w=60");
        assertThat(quota(OWN, 2, 1_001).rest()).isEqualTo("\"own\";r=2;t=2");
    }

    private static Duration told(Quota... quotas) {
        return new Sending(false, Duration.ofSeconds(1), List.of(quotas)).toldWait();
    }

    private static Quota quota(Rule rule, int remaining, long resetMillis) {
        return new Quota(rule, remaining, Duration.ofMillis(resetMillis));
    }

    private static Rule rule(String name, int seconds, boolean shared) {
        return new Rule(name, "subject", Duration.ofSeconds(seconds), 4, shared);
    }
}
