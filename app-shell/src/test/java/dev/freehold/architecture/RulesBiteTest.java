package dev.freehold.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.freehold.adapters.local.KeepsItsVendor;
import dev.freehold.adapters.local.ShowsItsVendor;
import dev.freehold.adapters.local.offender.ShowsItsVendorInside;
import dev.freehold.adapters.oci.ShowsOraclesTypes;
import dev.freehold.app.shell.offender.SeesTheLab;
import dev.freehold.app.shell.offender.UsesARootPackage;
import dev.freehold.app.shell.offender.UsesAnInnerPackage;
import dev.freehold.domain.offender.Changes;
import dev.freehold.domain.offender.GivesItsArrayAway;
import dev.freehold.domain.offender.HoldsAList;
import dev.freehold.domain.offender.HoldsAnArray;
import dev.freehold.domain.offender.Prints;
import dev.freehold.domain.offender.PrintsAStackTrace;
import dev.freehold.engine.offender.LeavesAConstantToDefault;
import dev.freehold.engine.offender.LeavesAKindToDefault;
import dev.freehold.engine.offender.Parks;
import dev.freehold.engine.offender.ReadsTheClock;
import dev.freehold.engine.offender.ReadsTheNanoseconds;
import dev.freehold.engine.offender.Sleeps;
import dev.freehold.engine.offender.StartsAProgram;
import dev.freehold.engine.offender.UsesSpring;
import dev.freehold.engine.offender.WaitsWithATimeout;
import dev.freehold.engine.offender.here.Here;
import dev.freehold.engine.offender.there.There;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each rule fails on a class that was planted to break it: a rule that cannot fail guards nothing.
class RulesBiteTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.freehold.architecture.Module#all")
    void a_module_that_knows_too_much_is_found(Module module) throws ClassNotFoundException {
        var offender = module.packages().replace("..", ".offender.KnowsTooMuch");
        var planted = new ClassFileImporter().importClasses(Class.forName(offender));

        assertThatThrownBy(() -> Rules.arrowsOf(module).check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(offender + ".meet(");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("offences")
    void a_broken_rule_is_found(ArchRule rule, List<Class<?>> offenders, String said) {
        var planted = classes(offenders);

        assertThatThrownBy(() -> rule.check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(said);
    }

    @Test
    void an_adapter_may_use_its_vendor_where_no_other_module_sees_it() {
        var adapter = classes(List.of(KeepsItsVendor.class, ShowsItsVendorInside.class));

        assertThatCode(() -> Rules.ROOTS_SHOW_NO_VENDOR.check(adapter)).doesNotThrowAnyException();
    }

    @Test
    void a_root_package_may_be_used() {
        var shell = classes(List.of(UsesARootPackage.class));

        assertThatCode(() -> Rules.ADAPTERS_ARE_USED_BY_THEIR_ROOT.check(shell)).doesNotThrowAnyException();
    }

    @Test
    void every_rule_has_an_offender() {
        var bitten = offences().map(offence -> offence.get()[0]).distinct();

        assertThat(bitten)
                .containsExactlyInAnyOrderElementsOf(
                        ArchitectureTest.rules().map(rule -> rule.getPayload()).toList());
    }

    static Stream<Arguments> offences() {
        return Stream.of(
                offence(Rules.SPRING_STAYS_IN_THE_SHELL, "ApplicationContext", UsesSpring.class),
                offence(
                        Rules.ADAPTERS_DO_NOT_KNOW_EACH_OTHER,
                        "adapters.local",
                        dev.freehold.adapters.sim.offender.KnowsTooMuch.class,
                        dev.freehold.adapters.local.offender.KnowsTooMuch.class),
                offence(Rules.ADAPTERS_ARE_USED_BY_THEIR_ROOT, "adapters.local.home.Home", UsesAnInnerPackage.class),
                offence(Rules.ROOTS_SHOW_NO_VENDOR, "JsonNode", ShowsItsVendor.class),
                offence(Rules.ROOTS_SHOW_NO_VENDOR, "JsonNode", dev.freehold.lab.ShowsItsVendor.class),
                offence(Rules.ONLY_THE_WIRING_SEES_ADAPTERS, "adapters.local.LocalHome", UsesARootPackage.class),
                offence(Rules.ONLY_THE_WIRING_SEES_ADAPTERS, "lab.LabEndpoints", SeesTheLab.class),
                offence(Rules.ROOTS_SHOW_NO_VENDOR, "com.oracle.bmc.Region", ShowsOraclesTypes.class),
                offence(
                        Rules.LAB_STANDS_ALONE,
                        "dev.freehold.lab",
                        dev.freehold.adapters.oci.offender.KnowsTooMuch.class),
                offence(Rules.PACKAGES_HAVE_NO_CYCLES, "Cycle detected", Here.class, There.class),
                offence(Rules.ONLY_TIMELINES_KNOW_THE_TIME, "Thread.sleep", Sleeps.class),
                offence(Rules.ONLY_TIMELINES_KNOW_THE_TIME, "Instant.now", ReadsTheClock.class),
                offence(Rules.ONLY_TIMELINES_KNOW_THE_TIME, "System.nanoTime", ReadsTheNanoseconds.class),
                offence(Rules.ONLY_TIMELINES_KNOW_THE_TIME, "CountDownLatch.await", WaitsWithATimeout.class),
                offence(Rules.ONLY_TIMELINES_KNOW_THE_TIME, "LockSupport.parkNanos", Parks.class),
                offence(Rules.ONLY_THE_SHELL_PRINTS, "System.out", Prints.class),
                offence(Rules.ONLY_THE_SHELL_PRINTS, "printStackTrace", PrintsAStackTrace.class),
                offence(Rules.ONE_PLACE_STARTS_PROGRAMS, "ProcessBuilder.<init>", StartsAProgram.class),
                offence(Rules.DOMAIN_DOES_NOT_CHANGE, "Changes.count", Changes.class),
                offence(Rules.DOMAIN_DOES_NOT_CHANGE, "HoldsAnArray.numbers", HoldsAnArray.class),
                offence(Rules.DOMAIN_DOES_NOT_CHANGE, "GivesItsArrayAway.numbers", GivesItsArrayAway.class),
                offence(Rules.DOMAIN_DOES_NOT_CHANGE, "HoldsAList.names", HoldsAList.class),
                offence(
                        Rules.NOTHING_IS_LEFT_TO_DEFAULT,
                        "cases of dev.freehold.domain.resource",
                        LeavesAKindToDefault.class),
                offence(
                        Rules.NOTHING_IS_LEFT_TO_DEFAULT,
                        "cases of dev.freehold.domain.allowance.LimitRule",
                        LeavesAConstantToDefault.class));
    }

    private static Arguments offence(ArchRule rule, String said, Class<?>... offenders) {
        return Arguments.of(rule, List.of(offenders), said);
    }

    private static JavaClasses classes(List<Class<?>> types) {
        return new ClassFileImporter().importClasses(types);
    }
}
