package dev.freehold.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The design's rules about who may know whom, and who may do what.
///
/// Who may depend on what is said as what is allowed: a rule that names what is forbidden guards nothing once
/// the name has changed.
final class Rules {
    private static final Set<String> TIMELINES = Set.of(
            "dev.freehold.adapters.local.SystemTimeline",
            "dev.freehold.adapters.sim.time.VirtualTimeline",
            // The lab knows no port of ours and has a clock of its own.
            "dev.freehold.lab.time.ScaledClock");

    /// By owner, the methods that read the clock or wait for it.
    private static final Map<String, Pattern> CLOCK = Map.ofEntries(
            method("java.lang.System", "currentTimeMillis|nanoTime"),
            method("java.lang.Thread", "sleep"),
            method("java.time.Clock", "system.*|tick.*"),
            method("java.time.InstantSource", "system"),
            method("java.util.Date", "<init>"),
            method("java.util.GregorianCalendar", "<init>"),
            method("java.util.Calendar", "getInstance"),
            method("java.util.Timer", ".*"),
            method("java.util.concurrent.Executors", "new.*Scheduled.*"),
            method("java.util.concurrent.CompletableFuture", "orTimeout|completeOnTimeout|delayedExecutor"),
            method("java.util.concurrent.locks.LockSupport", "parkNanos|parkUntil"));

    /// `Instant.now`, `LocalDate.now`, `Year.now` and the like.
    private static final Pattern NOW = Pattern.compile("java\\.time\\.(\\w+|chrono\\.\\w+)");

    /// Types whose content changes even where the field is final.
    private static final List<String> CHANGING =
            List.of("java.util.concurrent.atomic..", "java.util.concurrent.locks..");

    private static final Set<Class<?>> CONTAINERS = Set.of(
            ArrayList.class,
            ArrayDeque.class,
            BitSet.class,
            Date.class,
            EnumMap.class,
            HashMap.class,
            HashSet.class,
            LinkedHashMap.class,
            LinkedHashSet.class,
            PriorityQueue.class,
            TreeMap.class,
            TreeSet.class,
            Random.class,
            StringBuilder.class);

    static final ArchRule SPRING_STAYS_IN_THE_SHELL = classes()
            .that()
            .resideInAPackage("dev.freehold..")
            .and()
            .resideOutsideOfPackage(Module.APP_SHELL.packages())
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("org.springframework.."))
            .as("Spring is known to app-shell alone");

    static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER = slices().matching("dev.freehold.adapters.(*)..")
            .should()
            .notDependOnEachOther()
            .as("No adapter knows another");

    /// What is an adapter's own affair: everything below its root package, and so with the lab.
    private static final Pattern INNER = Pattern.compile("(dev\\.freehold\\.(?:adapters\\.\\w+|lab))\\.\\w.*");

    static final ArchRule ADAPTERS_ARE_USED_BY_THEIR_ROOT = classes()
            .that()
            .resideInAPackage("dev.freehold..")
            .should(useOthersByTheirRoot())
            .as("Other modules use an adapter's or the lab's root package alone");

    static final ArchRule ROOTS_SHOW_NO_VENDOR = classes()
            .that()
            .resideInAnyPackage("dev.freehold.adapters.*", Module.LAB.root())
            .should(showOnlyTypesOf("java..", "dev.freehold.."))
            .as("No vendor's type stands in a signature of an adapter's or the lab's root package");

    static final ArchRule ONLY_THE_WIRING_SEES_ADAPTERS = classes()
            .that()
            .resideInAPackage(Module.APP_SHELL.packages())
            .and()
            .resideOutsideOfPackage("dev.freehold.app.shell.wiring..")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackages("dev.freehold.adapters..", Module.LAB.packages()))
            .as("Commands see no adapter and no lab but through ports and the wiring");

    static final ArchRule LAB_STANDS_ALONE = classes()
            .that()
            .resideInAPackage("dev.freehold..")
            .and()
            .resideOutsideOfPackages(Module.LAB.packages(), Module.APP_SHELL.packages())
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage(Module.LAB.packages()))
            .as("The lab shares no code with what it is to test");

    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.freehold.(**)").should().beFreeOfCycles().as("Packages have no cycles");

    static final ArchRule ONLY_TIMELINES_KNOW_THE_TIME = noClasses()
            .that(describe("are no Timeline adapter", (JavaClass type) -> !TIMELINES.contains(outermost(type))))
            .should()
            .accessTargetWhere(describe("it reads the clock or waits for it", Rules::readsTheClock))
            .as("Nobody but the Timeline adapters sleeps or reads the clock");

    static final ArchRule ONLY_THE_SHELL_PRINTS = noClasses()
            .that()
            .resideOutsideOfPackage(Module.APP_SHELL.packages())
            .should()
            .accessTargetWhere(describe("it prints", Rules::prints))
            .as("Nobody prints but app-shell");

    /// Nobody asks a builder for its variables either, but whoever made it.
    static final ArchRule ONE_PLACE_STARTS_PROGRAMS = noClasses()
            .that(describe(
                    "are not the one that starts programs",
                    (JavaClass type) -> !outermost(type).equals("dev.freehold.ports.program.Programs")))
            .should()
            .accessTargetWhere(describe("it starts a program or sees its variables", Rules::startsPrograms))
            .as("One place starts programs, each with an environment of its own");

    static final ArchRule DOMAIN_DOES_NOT_CHANGE = fields().that()
            .areDeclaredInClassesThat(resideInAPackage(Module.DOMAIN.packages()))
            // The compiler's own: the arrays behind an enum's values and a switch over them.
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal()
            .andShould(notHoldWhatChanges())
            .as("The domain has no mutable fields");

    static final ArchRule NOTHING_IS_LEFT_TO_DEFAULT = classes()
            .that()
            .resideInAPackage("dev.freehold..")
            .should(new NamesEveryCase())
            .as("A switch over an enum or a sealed type of ours names every case");

    private Rules() {}

    /// The arrows into and out of one module, and its libraries.
    static ArchRule arrowsOf(Module module) {
        return classes()
                .that()
                .resideInAPackage(module.packages())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(module.allowed())
                .as(module + " knows " + module.knows() + " and its own libraries alone");
    }

    private static Map.Entry<String, Pattern> method(String owner, String name) {
        return Map.entry(owner, Pattern.compile(name));
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getFullName();
        var name = access.getTarget().getName();
        var clock = CLOCK.get(owner);
        if (clock != null && clock.matcher(name).matches()) {
            // `new Date(millis)` only converts.
            return !name.equals("<init>") || parameters(access).isEmpty();
        }
        return (name.equals("now") && NOW.matcher(owner).matches()) || waitsWithATimeout(access, owner, name);
    }

    /// Everything in `java.util.concurrent` that takes a unit of time waits for it, but for the units' own
    /// arithmetic.
    private static boolean waitsWithATimeout(JavaAccess<?> access, String owner, String name) {
        if (owner.equals("java.util.concurrent.TimeUnit")) {
            return Set.of("sleep", "timedWait", "timedJoin").contains(name);
        }
        if ((owner.equals("java.lang.Object") && name.equals("wait"))
                || (owner.equals("java.lang.Thread") && name.equals("join"))) {
            return !parameters(access).isEmpty();
        }
        return owner.startsWith("java.util.concurrent.")
                && (Set.of("awaitNanos", "awaitUntil").contains(name)
                        || parameters(access).contains("java.util.concurrent.TimeUnit"));
    }

    private static List<String> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                ? target.getRawParameterTypes().stream()
                        .map(JavaClass::getFullName)
                        .toList()
                : List.of();
    }

    private static boolean prints(JavaAccess<?> access) {
        var target = access.getTarget();
        return switch (access.getTargetOwner().getFullName()) {
            case "java.lang.System" -> Set.of("out", "err", "console").contains(target.getName());
            case "java.io.FileDescriptor" -> Set.of("out", "err").contains(target.getName());
            case "java.lang.IO" -> true;
            // Whatever the exception's class: without a stream to print to it goes to standard error.
            default ->
                target.getName().equals("printStackTrace")
                        && parameters(access).isEmpty()
                        && access.getTargetOwner().isAssignableTo(Throwable.class);
        };
    }

    private static boolean startsPrograms(JavaAccess<?> access) {
        var name = access.getTarget().getName();
        return switch (access.getTargetOwner().getFullName()) {
            case "java.lang.ProcessBuilder" -> name.equals("<init>") || name.equals("environment");
            case "java.lang.Runtime" -> name.equals("exec");
            default -> false;
        };
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(Rules::outermost).orElse(type.getFullName());
    }

    private static ArchCondition<JavaClass> useOthersByTheirRoot() {
        return new ArchCondition<>("use others by their root package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var dependency : type.getDirectDependenciesFromSelf()) {
                    var target =
                            dependency.getTargetClass().getBaseComponentType().getPackageName();
                    var inner = INNER.matcher(target);
                    if (inner.matches() && !isIn(inner.group(1), type.getPackageName())) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean isIn(String root, String name) {
        return name.equals(root) || name.startsWith(root + '.');
    }

    /// What others can see of a class: its supertypes, and the types in its public and protected members.
    private static ArchCondition<JavaClass> showOnlyTypesOf(String... packages) {
        var allowed = Stream.of(packages)
                .map(pattern -> resideInAPackage(pattern))
                .reduce((one, other) -> one.or(other).forSubtype())
                .orElseThrow();
        return new ArchCondition<>("show only types of " + String.join(" and ", packages)) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getModifiers().contains(JavaModifier.PUBLIC)) {
                    return;
                }
                var supertypes = Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream());
                var members = type.getMembers().stream().filter(Rules::isSeen).flatMap(Rules::types);
                Stream.concat(supertypes, members)
                        .map(JavaClass::getBaseComponentType)
                        .filter(shown -> !shown.isPrimitive() && !allowed.test(shown))
                        .distinct()
                        .forEach(shown -> events.add(SimpleConditionEvent.violated(
                                type, type.getName() + " shows " + shown.getName() + " to others")));
            }
        };
    }

    private static boolean isSeen(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> types(JavaMember member) {
        return switch (member) {
            case JavaField field -> field.getAllInvolvedRawTypes().stream();
            case JavaCodeUnit unit ->
                Stream.of(
                                unit.getReturnType().getAllInvolvedRawTypes(),
                                unit.getParameterTypes().stream()
                                        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                                        .toList(),
                                unit.getExceptionTypes())
                        .flatMap(Collection::stream);
            default -> throw new IllegalStateException("A member of a new sort: " + member);
        };
    }

    /// A private array is its class's own affair: numbers for a hot loop, filled before anybody sees the
    /// object. A record's is not private, whatever the class file says: its accessor gives it away.
    private static boolean isHandedOut(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.PRIVATE)
                || field.getOwner().isRecord();
    }

    /// What no other package can name lives within one computation of its own, which may collect as it goes.
    private static boolean isSeenByOthers(JavaField field) {
        return field.getOwner().getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static ArchCondition<JavaField> notHoldWhatChanges() {
        return new ArchCondition<>("not hold what changes") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                var type = field.getRawType();
                var container = CONTAINERS.stream().anyMatch(type::isEquivalentTo)
                        || CHANGING.stream()
                                .anyMatch(pattern -> resideInAPackage(pattern).test(type));
                var changes = type.isArray()
                        ? isHandedOut(field)
                        : container && (isHandedOut(field) || isSeenByOthers(field));
                if (changes) {
                    events.add(SimpleConditionEvent.violated(
                            field, field.getFullName() + " holds a " + type.getName() + ", which changes"));
                }
            }
        };
    }
}
