package dev.freehold.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the modules' own classes to [Rules]; that each rule can fail is shown by [RulesBiteTest].
class ArchitectureTest {
    private static final JavaClasses FREEHOLD = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // The contract suites, which are tests, come as a jar.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.freehold");

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.freehold.architecture.Module#all")
    void a_module_knows_what_the_design_lets_it_know(Module module) {
        Rules.arrowsOf(module).check(FREEHOLD);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_code_keeps_the_rule(ArchRule rule) {
        rule.check(FREEHOLD);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.freehold.architecture.Module#all")
    void a_module_is_found_by_its_package(Module module) {
        assertThat(FREEHOLD).extracting(JavaClass::getPackageName).anyMatch(module::holds);
    }

    @Test
    void every_class_belongs_to_a_module() {
        assertThat(FREEHOLD)
                .filteredOn(type -> Module.all().noneMatch(module -> module.holds(type.getPackageName())))
                .isEmpty();
    }

    static Stream<Named<ArchRule>> rules() {
        return Stream.of(
                        Rules.SPRING_STAYS_IN_THE_SHELL,
                        Rules.ADAPTERS_DO_NOT_KNOW_EACH_OTHER,
                        Rules.ADAPTERS_ARE_USED_BY_THEIR_ROOT,
                        Rules.ROOTS_SHOW_NO_VENDOR,
                        Rules.ONLY_THE_WIRING_SEES_ADAPTERS,
                        Rules.LAB_STANDS_ALONE,
                        Rules.PACKAGES_HAVE_NO_CYCLES,
                        Rules.ONLY_TIMELINES_KNOW_THE_TIME,
                        Rules.ONLY_THE_SHELL_PRINTS,
                        Rules.ONE_PLACE_STARTS_PROGRAMS,
                        Rules.DOMAIN_DOES_NOT_CHANGE,
                        Rules.NOTHING_IS_LEFT_TO_DEFAULT)
                .map(rule -> Named.of(rule.getDescription(), rule));
    }
}
