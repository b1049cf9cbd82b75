package uk.nhs.access.phonechange;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.access.problem.Problem;

/** The state machine as a table: in each situation, one tick before its boundary and at it, what each verb does. */
class ProgressTest {

    /**
     * A word in capitals is the state that the verb leads to, «ok» leaves everything as it is, «bug» is what no caller
     * may try, and the other words are the refusals of {@link #REFUSALS}.
     */
    private static final String TABLE = """
            situation            when   requireAwaitingCode confirm         hold apply   expire  supersede  requireCancelLinkGood cancelByLink cancel
            AWAITING_CODE        before ok                  AWAITING_NOTICE bug  bug     bug     SUPERSEDED ok                    CANCELLED    CANCELLED
            AWAITING_CODE        at     expired             expired         bug  bug     EXPIRED SUPERSEDED late                  late         over
            AWAITING_NOTICE      before confirmed           confirmed       HELD bug     bug     SUPERSEDED ok                    CANCELLED    CANCELLED
            AWAITING_NOTICE      at     confirmed           confirmed       HELD bug     EXPIRED SUPERSEDED ok                    CANCELLED    CANCELLED
            HELD                 before confirmed           confirmed       bug  bug     bug     SUPERSEDED ok                    CANCELLED    CANCELLED
            HELD                 at     confirmed           confirmed       bug  APPLIED bug     SUPERSEDED late                  late         over
            APPLIED              before over                over            bug  bug     bug     bug        late                  late         over
            APPLIED              at     over                over            bug  bug     bug     bug        late                  late         over
            CANCELLED            before over                over            bug  bug     bug     bug        used                  used         over
            CANCELLED            at     over                over            bug  bug     bug     bug        used                  used         over
            SUPERSEDED           before superseded          superseded      bug  bug     bug     bug        superseded            superseded   superseded
            SUPERSEDED           at     superseded          superseded      bug  bug     bug     bug        superseded            superseded   superseded
            EXPIRED_UNCONFIRMED  before expired             expired         bug  bug     bug     bug        late                  late         over
            EXPIRED_UNCONFIRMED  at     expired             expired         bug  bug     bug     bug        late                  late         over
            EXPIRED_CONFIRMED    before over                over            bug  bug     bug     bug        late                  late         over
            EXPIRED_CONFIRMED    at     over                over            bug  bug     bug     bug        late                  late         over
            """;

    private static final Map<String, String> REFUSALS = Map.of(
            "expired", "CODE_EXPIRED",
            "confirmed", "PHONE_CHANGE_ALREADY_CONFIRMED",
            "over", "PHONE_CHANGE_OVER",
            "superseded", "PHONE_CHANGE_SUPERSEDED",
            "late", "CANCEL_LINK_EXPIRED",
            "used", "CANCEL_LINK_USED");

    private static final Instant ASKED = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant CODE_EXPIRES = ASKED.plusSeconds(600);
    private static final Instant CONFIRMED = ASKED.plusSeconds(60);
    private static final Duration NOTICE_WITHIN = Duration.ofDays(3);
    private static final Instant TOLD = CONFIRMED.plusSeconds(5);
    private static final Duration HOLD = Duration.ofSeconds(86_400);
    private static final Duration TICK = Duration.ofNanos(1_000);

    /** How each state is reached, and the instant at which it falls due, or did before it ended. */
    private enum Situation {
        AWAITING_CODE(() -> Progress.begin(ASKED, CODE_EXPIRES), CODE_EXPIRES),
        AWAITING_NOTICE(
                () -> after(AWAITING_CODE, begun -> begun.confirm(CONFIRMED, NOTICE_WITHIN)),
                CONFIRMED.plus(NOTICE_WITHIN)),
        HELD(() -> after(AWAITING_NOTICE, proved -> proved.hold(TOLD, HOLD)), TOLD.plus(HOLD)),
        APPLIED(() -> after(HELD, held -> held.apply(HELD.due)), HELD.due),
        CANCELLED(() -> after(HELD, held -> held.cancel(TOLD)), HELD.due),
        SUPERSEDED(() -> after(HELD, held -> held.supersede(TOLD)), HELD.due),
        EXPIRED_UNCONFIRMED(() -> after(AWAITING_CODE, begun -> begun.expire(CODE_EXPIRES)), CODE_EXPIRES),
        EXPIRED_CONFIRMED(
                () -> after(AWAITING_NOTICE, proved -> proved.expire(AWAITING_NOTICE.due)), AWAITING_NOTICE.due);

        private final Supplier<Progress> reach;
        private final Instant due;

        Situation(Supplier<Progress> reach, Instant due) {
            this.reach = reach;
            this.due = due;
        }

        private static Progress after(Situation before, Consumer<Progress> verb) {
            Progress progress = before.reach.get();
            verb.accept(progress);
            return progress;
        }
    }

    private static final Map<String, BiConsumer<Progress, Instant>> VERBS = Map.of(
            "requireAwaitingCode", Progress::requireAwaitingCode,
            "confirm", (progress, now) -> progress.confirm(now, NOTICE_WITHIN),
            "hold", (progress, now) -> progress.hold(now, HOLD),
            "apply", Progress::apply,
            "expire", Progress::expire,
            "supersede", Progress::supersede,
            "requireCancelLinkGood", Progress::requireCancelLinkGood,
            "cancelByLink", Progress::cancelByLink,
            "cancel", Progress::cancel);

    private static List<Map<String, String>> rows() {
        List<String[]> lines = TABLE.lines().map(line -> line.split(" +")).toList();
        return lines.stream().skip(1).map(cells -> row(lines.get(0), cells)).toList();
    }

    private static Map<String, String> row(String[] names, String[] cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            row.put(names[i], cells[i]);
        }
        return row;
    }

    static Stream<Arguments> cells() {
        return rows().stream()
                .flatMap(row -> VERBS.keySet().stream()
                        .sorted()
                        .map(verb -> Arguments.of(row.get("situation"), row.get("when"), verb, row.get(verb))));
    }

    @ParameterizedTest(name = "{0}, {1}: {2} -> {3}")
    @MethodSource("cells")
    void each_verb_does_what_the_table_says(String situation, String when, String verb, String outcome) {
        Situation start = Situation.valueOf(situation);
        Progress progress = start.reach.get();
        Progress untouched = start.reach.get();
        Instant now = when.equals("at") ? start.due : start.due.minus(TICK);
        String done = tried(progress, VERBS.get(verb), now);
        if (done.equals("done") && progress.state() != untouched.state()) {
            assertThat(progress.state()).hasToString(outcome);
        } else {
            assertThat(done).isEqualTo(outcome.equals("ok") ? "done" : REFUSALS.getOrDefault(outcome, outcome));
            assertThat(progress).usingRecursiveComparison().isEqualTo(untouched);
        }
    }

    @Test
    void the_table_has_each_situation_before_and_at_its_boundary_and_each_verb() {
        assertThat(rows().stream().map(row -> row.get("situation") + " " + row.get("when")))
                .containsExactlyElementsOf(Arrays.stream(Situation.values())
                        .flatMap(situation -> Stream.of(situation + " before", situation + " at"))
                        .toList());
        Set<String> verbs = Arrays.stream(Progress.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == void.class && !Modifier.isPrivate(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !name.startsWith("$"))
                .collect(Collectors.toSet());
        assertThat(VERBS.keySet()).isEqualTo(verbs);
        assertThat(rows()).allMatch(row -> row.keySet().containsAll(verbs) && row.size() == verbs.size() + 2);
    }

    @Test
    void every_state_has_its_situation() {
        Function<Situation, PhoneChangeState> state =
                situation -> situation.reach.get().state();
        assertThat(Arrays.stream(Situation.values()).map(state).distinct())
                .containsExactlyInAnyOrder(PhoneChangeState.values());
    }

    private static String tried(Progress progress, BiConsumer<Progress, Instant> verb, Instant now) {
        try {
            verb.accept(progress, now);
            return "done";
        } catch (Problem refused) {
            return refused.cid().name();
        } catch (IllegalStateException noSuchEdge) {
            return "bug";
        }
    }
}
