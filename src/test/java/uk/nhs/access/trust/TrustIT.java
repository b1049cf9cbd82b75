package uk.nhs.access.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whether the service keeps what it promises, whatever fails around it. The report stands in {@code target/trust}. */
class TrustIT {

    /** Said by the gate, which installs what that takes. */
    private static final boolean CLOCK_IS_NEEDED = Boolean.getBoolean("trust.clock-off");

    @Test
    void nothing_that_was_promised_is_broken_by_faults() {
        Plan plan = Plan.asked();
        Report report = TrustRun.of(plan, Path.of("target", "trust"));

        System.out.println(report);
        assertThat(report.findings())
                .allSatisfy(finding ->
                        assertThat(finding.breaches()).as(finding.name()).isEmpty())
                .noneMatch(Finding::provesNothing);
        assertThat(report.findings())
                .extracting(Finding::name)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 16)
                        .mapToObj(number -> "I" + number)
                        .toList());
        assertThat(report.kills()).isGreaterThanOrEqualTo(plan.kills());
        assertThat(report.faults()).containsOnlyKeys(Fault.values());
        assertThat(Command.values())
                .allSatisfy(command ->
                        assertThat(report.done(command)).as("%s done", command).isGreaterThanOrEqualTo(Plan.DONE_EACH));
        assertThat(report.clockWasOff()).isEqualTo(CLOCK_IS_NEEDED || ClockShift.isInstalled() && plan.replicas() > 2);
    }
}
