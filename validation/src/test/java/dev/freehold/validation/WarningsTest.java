package dev.freehold.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.ports.probe.BillingFacts;
import dev.freehold.ports.probe.CloudFacts;
import dev.freehold.ports.probe.CloudFacts.Week;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is said of a tenancy that fails no check.
class WarningsTest {
    private static final Wanted WANTED = new Wanted(
            DefaultSpec.threeNode(),
            Blueprint.draw(DefaultSpec.threeNode(), ImageSupply.AS_IN_SPEC).nodes());

    @Test
    void a_machine_that_idled_for_a_week_is_named_with_its_numbers() throws InterruptedException {
        assertThat(findings(true, Optional.of(new Week(3.14, 0.2, Optional.of(12.0)))))
                .contains(new Finding(
                        "ampere-1: use in seven days",
                        "CPU, network or memory at 20 %",
                        "CPU 3.1 %, network 0.2 %, memory 12 % (95th percentile): Oracle may stop what is idle in a"
                                + " free tenancy",
                        Outcome.WARNING));
    }

    @Test
    void memory_in_use_saves_a_machine_from_being_idle() throws InterruptedException {
        assertThat(findings(true, Optional.of(new Week(3.14, 0.2, Optional.of(20.0)))))
                .contains(new Finding(
                        "ampere-1: use in seven days",
                        "CPU, network or memory at 20 %",
                        "CPU 3.1 %, network 0.2 %, memory 20 % (95th percentile)",
                        Outcome.PASS));
    }

    @Test
    void a_machine_that_nobody_measured_is_not_judged() throws InterruptedException {
        assertThat(findings(true, Optional.empty()))
                .noneMatch(finding -> finding.what().contains("seven days"))
                .noneMatch(finding -> finding.result() == Outcome.WARNING);
    }

    @Test
    void a_machine_without_oracles_mark_is_a_warning() throws InterruptedException {
        assertThat(findings(false, Optional.empty()))
                .filteredOn(finding -> finding.result() == Outcome.WARNING)
                .extracting(Finding::what)
                .containsExactly("ampere-1: Oracle's mark");
    }

    @Test
    void a_month_that_is_not_counted_yet_is_not_called_free() throws InterruptedException {
        // given
        var facts = new BillingFacts(
                List.of(),
                false,
                Optional.of(new BillingFacts.Budget("ACTIVE", Optional.empty())),
                Optional.of(new BillingFacts.Alert(Usd.of("0.01"), "you@example.org")),
                List.of());
        // when
        var findings = new CostCheck(() -> Optional.of(facts), Optional::empty, Optional::empty).findings(WANTED);
        // then
        assertThat(findings.getFirst().result()).isEqualTo(Outcome.WARNING);
        assertThat(findings.getFirst().actual()).startsWith("not counted yet");
    }

    @Test
    void a_budget_that_watches_no_more_fails_the_check() throws InterruptedException {
        // given
        var facts = new BillingFacts(
                List.of(),
                true,
                Optional.of(new BillingFacts.Budget("INACTIVE", Optional.empty())),
                Optional.empty(),
                List.of());
        // then
        assertThat(new CostCheck(() -> Optional.of(facts), Optional::empty, Optional::empty).findings(WANTED))
                .contains(new Finding("budget", "ACTIVE", "INACTIVE", Outcome.FAIL));
    }

    private static List<Finding> findings(boolean markedFree, Optional<Week> week) throws InterruptedException {
        var machine = new CloudFacts.Machine(
                "ampere-1",
                new CloudFacts.Machine.Size("VM.Standard.A1.Flex", Ocpus.of(1), Gigabytes.of(8), Gigabytes.of(50)),
                "RUNNING",
                new CloudFacts.Machine.Addresses(Ipv4.parse("10.0.1.10"), Optional.empty(), Optional.empty()),
                markedFree,
                week);
        var facts = new CloudFacts(List.of(), List.of(), List.of(machine), 0);
        return new OciCheck(() -> Optional.of(facts)).findings(WANTED);
    }
}
