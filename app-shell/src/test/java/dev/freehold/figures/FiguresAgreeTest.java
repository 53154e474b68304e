package dev.freehold.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.sim.probe.ListPrice;
import dev.freehold.adapters.sim.tenancy.Tenancy;
import dev.freehold.adapters.sim.tenancy.TenancyLimit;
import dev.freehold.adapters.sim.world.LaunchRules;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.allowance.Allowance;
import dev.freehold.domain.allowance.Allowances;
import dev.freehold.domain.allowance.LimitRule;
import dev.freehold.domain.allowance.Price;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.resource.ImageResource.Architecture;
import dev.freehold.domain.resource.ImageResource.CustomImage;
import dev.freehold.domain.resource.SetupResource.QuotaPolicy;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.Spec;
import dev.freehold.lab.oracle.compute.BootVolumes;
import dev.freehold.lab.oracle.compute.Shape;
import dev.freehold.lab.oracle.cost.Sku;
import dev.freehold.lab.oracle.limit.Limit;
import dev.freehold.lab.oracle.limit.LimitCatalogue;
import dev.freehold.lab.oracle.quota.QuotaNames;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle's figures stand three times on purpose: in the domain, which plans by them, and in the simulated and the
/// emulated cloud, which refuse and bill by them. Here they are held together: a figure that is mended in one place
/// alone fails.
class FiguresAgreeTest {
    private static final List<String> DOMAINS = List.of("AD-1", "AD-2", "AD-3");
    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);
    private static final BigDecimal MONTH = BigDecimal.valueOf(744);
    private static final Pattern SET = Pattern.compile("set (\\S+) quota (\\S+) to \\d+ in .*");

    /// The rules that are a service limit's number, and what one of the limit is in the rule's unit.
    private static final Map<LimitRule, Named> RULES = Map.of(
            LimitRule.A1_OCPUS, new Named("standard-a1-core-regional-count", BigDecimal.ONE),
            LimitRule.A1_MEMORY, new Named("standard-a1-memory-regional-count", BigDecimal.ONE),
            LimitRule.MICRO_INSTANCES, new Named("standard-e2-micro-core-count", BigDecimal.ONE),
            LimitRule.BLOCK_STORAGE, new Named("total-storage-gb", BigDecimal.ONE),
            LimitRule.RESERVED_IPS, new Named("reserved-public-ip-count", BigDecimal.ONE),
            LimitRule.VCNS, new Named("vcn-count", BigDecimal.ONE),
            LimitRule.OBJECT_STORAGE, new Named("storage-bytes", GIB),
            LimitRule.LOAD_BALANCERS, new Named("lb-flexible-count", BigDecimal.ONE),
            LimitRule.LOAD_BALANCER_BANDWIDTH, new Named("lb-flexible-bandwidth-sum", BigDecimal.ONE));

    private record Named(String oci, BigDecimal each) {}

    private static Stream<Allowance> free() {
        return Allowances.all().stream().filter(one -> one.tenancy() == Allowance.Tenancy.FREE);
    }

    private static Stream<Allowance> all() {
        return Allowances.all().stream();
    }

    /// By name, the most that any one domain has of it.
    private static Map<String, Long> lab(String allowance) {
        return LimitCatalogue.of(allowance, DOMAINS, 0).stream()
                .collect(Collectors.toMap(
                        Limit::name,
                        limit -> limit.values().values().stream()
                                .mapToLong(Long::longValue)
                                .max()
                                .orElseThrow()));
    }

    private static Map<String, Long> sim(String allowance) {
        var tenancy = Tenancy.granted(allowance, false);
        return Arrays.stream(TenancyLimit.values()).collect(Collectors.toMap(TenancyLimit::oci, tenancy::limit));
    }

    @ParameterizedTest
    @MethodSource("free")
    void what_a_free_tenancy_is_granted_is_its_service_limit_in_both_clouds(Allowance allowance) {
        RULES.forEach((rule, named) -> {
            var granted =
                    allowance.limit(rule).orElseThrow().multiply(named.each()).longValueExact();
            assertThat(lab(allowance.id())).as("lab").containsEntry(named.oci(), granted);
            assertThat(sim(allowance.id())).as("sim").containsEntry(named.oci(), granted);
        });
        assertThat(lab(allowance.id()))
                .containsEntry(
                        "backup-count",
                        allowance.limit(LimitRule.BACKUPS).orElseThrow().longValueExact())
                .containsEntry(
                        "max-nlb-flexible-count",
                        allowance
                                .limit(LimitRule.NETWORK_LOAD_BALANCERS)
                                .orElseThrow()
                                .longValueExact());
    }

    @Test
    void each_rule_that_counts_what_stands_is_held_together_here() {
        // How many A1 instances there may be is no service limit.
        assertThat(RULES.keySet())
                .containsExactlyInAnyOrderElementsOf(LimitRule.COUNTED.stream()
                        .filter(rule -> rule != LimitRule.A1_INSTANCES)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("free")
    void both_clouds_limit_the_same_and_to_the_same_number(Allowance allowance) {
        assertThat(lab(allowance.id())).containsAllEntriesOf(sim(allowance.id()));
    }

    /// A paying tenancy's limits are ceilings that Oracle publishes nowhere: they need not agree, but for what
    /// no money buys.
    @Test
    void a_paying_tenancy_is_refused_alike_what_no_money_buys() {
        for (var oci : List.of(
                "standard-e2-micro-core-count", "vcn-count", "reserved-public-ip-count", "custom-image-count")) {
            assertThat(sim("payg-2026-10").get(oci))
                    .as(oci)
                    .isEqualTo(lab("payg-2026-10").get(oci));
        }
        RULES.forEach((rule, named) -> {
            var planned = Allowances.PAYG_2026_10.limit(rule).orElseThrow().multiply(named.each());
            assertThat(BigDecimal.valueOf(lab("payg-2026-10").get(named.oci())))
                    .as("%s in lab", rule)
                    .isGreaterThanOrEqualTo(planned);
            assertThat(BigDecimal.valueOf(sim("payg-2026-10").get(named.oci())))
                    .as("%s in sim", rule)
                    .isGreaterThanOrEqualTo(planned);
        });
    }

    @Test
    void every_quota_that_is_set_is_one_that_both_clouds_enforce() {
        var set = new TreeSet<String>();
        for (var spec : List.of(DefaultSpec.threeNode(), read("load-balancer: {min-mbps: 10, max-mbps: 10}"))) {
            Blueprint.draw(spec, ImageSupply.AS_IN_SPEC).nodes().stream()
                    .filter(QuotaPolicy.class::isInstance)
                    .flatMap(policy -> ((QuotaPolicy) policy).statements().stream())
                    .map(SET::matcher)
                    .filter(Matcher::matches)
                    .forEach(words -> set.add(words.group(1) + ' ' + words.group(2)));
        }
        var simulated = Arrays.stream(TenancyLimit.values())
                .map(limit -> limit.family() + ' ' + limit.oci())
                .collect(Collectors.toSet());
        var emulated = Arrays.stream(TenancyLimit.values())
                .flatMap(limit -> QuotaNames.family(limit.oci()).map(family -> family + ' ' + limit.oci()).stream())
                .collect(Collectors.toSet());
        assertThat(set).hasSizeGreaterThan(10).isSubsetOf(simulated).isSubsetOf(emulated);
        assertThat(emulated).isEqualTo(simulated);
    }

    private static Spec read(String text) {
        return SpecSource.parse("name: one\n" + text);
    }

    private static Map<String, Sku> skus(String allowance) {
        return Sku.of(allowance).stream().collect(Collectors.toMap(Sku::part, one -> one));
    }

    @TestFactory
    Stream<DynamicTest> a_price_is_the_same_in_the_plan_and_on_both_bills() {
        var parts = skus("payg-2026-10");
        return Arrays.stream(Price.values())
                .map(price -> DynamicTest.dynamicTest(price.name(), () -> {
                    assertThat(simulated(price).usd()).isEqualByComparingTo(price.usd());
                    assertThat(
                                    switch (price) {
                                        // The gigabyte, and ten performance units of it.
                                        case BLOCK_GB_MONTH ->
                                            parts.get("B91961")
                                                    .price()
                                                    .add(parts.get("B91962")
                                                            .price()
                                                            .multiply(BigDecimal.TEN));
                                        case A1_OCPU_HOUR,
                                                A1_GB_HOUR,
                                                OBJECT_GB_MONTH,
                                                LOAD_BALANCER_HOUR,
                                                LOAD_BALANCER_MBPS_HOUR ->
                                            parts.get(price.part()).price();
                                    })
                            .isEqualByComparingTo(price.usd());
                }));
    }

    private static ListPrice simulated(Price price) {
        return switch (price) {
            case A1_OCPU_HOUR -> ListPrice.A1_OCPU_HOURS;
            case A1_GB_HOUR -> ListPrice.A1_GIGABYTE_HOURS;
            case BLOCK_GB_MONTH -> ListPrice.BLOCK_GIGABYTES;
            case OBJECT_GB_MONTH -> ListPrice.OBJECT_GIGABYTES;
            case LOAD_BALANCER_HOUR -> ListPrice.LOAD_BALANCER_HOURS;
            case LOAD_BALANCER_MBPS_HOUR -> ListPrice.LOAD_BALANCER_MBPS_HOURS;
        };
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_costs_nothing_is_the_same_in_the_plan_and_on_both_bills(Allowance allowance) {
        var parts = skus(allowance.id());
        is(allowance, LimitRule.A1_OCPU_HOURS, ListPrice.A1_OCPU_HOURS, BigDecimal.ONE);
        is(allowance, LimitRule.A1_MEMORY_HOURS, ListPrice.A1_GIGABYTE_HOURS, BigDecimal.ONE);
        is(allowance, LimitRule.BLOCK_STORAGE, ListPrice.BLOCK_GIGABYTES, BigDecimal.ONE);
        is(allowance, LimitRule.OBJECT_STORAGE, ListPrice.OBJECT_GIGABYTES, BigDecimal.ONE);
        is(allowance, LimitRule.LOAD_BALANCERS, ListPrice.LOAD_BALANCER_HOURS, MONTH);
        is(allowance, LimitRule.LOAD_BALANCER_BANDWIDTH, ListPrice.LOAD_BALANCER_MBPS_HOURS, MONTH);
        Map.of(
                        "B93297", allowance.limit(LimitRule.A1_OCPUS).orElseThrow(),
                        "B93298", allowance.limit(LimitRule.A1_MEMORY).orElseThrow(),
                        "B91961", allowance.limit(LimitRule.BLOCK_STORAGE).orElseThrow(),
                        "B91962", allowance.limit(LimitRule.BLOCK_STORAGE).orElseThrow(),
                        "B91628",
                                allowance
                                        .limit(LimitRule.OBJECT_STORAGE)
                                        .orElseThrow()
                                        .multiply(GIB),
                        "B93030", allowance.limit(LimitRule.LOAD_BALANCERS).orElseThrow(),
                        "B93031",
                                allowance
                                        .limit(LimitRule.LOAD_BALANCER_BANDWIDTH)
                                        .orElseThrow())
                .forEach((part, free) ->
                        assertThat(parts.get(part).free()).as(part).isEqualByComparingTo(free));
        assertThat(parts).hasSize(7);
    }

    private static void is(Allowance allowance, LimitRule rule, ListPrice line, BigDecimal times) {
        assertThat(BigDecimal.valueOf(line.free(allowance.id())))
                .as("%s in sim", rule)
                .isEqualByComparingTo(allowance.limit(rule).orElseThrow().multiply(times));
    }

    @ParameterizedTest
    @EnumSource
    void a_shape_has_one_name_and_one_architecture(NodeSpec.Shape shape) {
        var emulated = Shape.named(shape.oci()).orElseThrow();
        assertThat(emulated.isArm()).isEqualTo(LaunchRules.architecture(shape) == Architecture.ARM64);
        // What the planner draws the machine's image for.
        var drawn = Blueprint.draw(DefaultSpec.threeNode(), ImageSupply.AS_IN_SPEC).nodes().stream()
                .filter(CustomImage.class::isInstance)
                .map(image -> ((CustomImage) image).architecture())
                .collect(Collectors.toSet());
        assertThat(drawn).isEqualTo(Set.of(Architecture.ARM64, Architecture.AMD64));
        assertThat(drawn).contains(LaunchRules.architecture(shape));
    }

    @Test
    void a_micro_has_one_size() {
        var emulated =
                Shape.named(NodeSpec.Shape.E2_1_MICRO.oci()).orElseThrow().sizes();
        assertThat(emulated.isFlexible()).isFalse();
        assertThat(DefaultSpec.MICRO_MEMORY.count()).isEqualByComparingTo(BigDecimal.valueOf(emulated.mostMemory()));
        // An eighth of an OCPU, which Oracle's API says to be one.
        assertThat(DefaultSpec.MICRO_OCPUS.count()).isEqualByComparingTo("0.125");
        assertThat(emulated.mostOcpus()).isEqualTo(1);
    }

    @Test
    void an_a1_machine_comes_in_the_same_sizes() {
        assertThat(LaunchRules.MOST_MEMORY_PER_OCPU).isEqualTo(Shape.MOST_MEMORY_PER_OCPU);
        var usual = Shape.named(NodeSpec.Shape.A1_FLEX.oci()).orElseThrow().sizes();
        assertThat(usual.isFlexible()).isTrue();
        var node =
                read("nodes: [{name: one, shape: VM.Standard.A1.Flex}]").nodes().getFirst();
        assertThat(node.size().ocpus().count()).isEqualByComparingTo("1");
        assertThat(node.size().memory().count()).isEqualByComparingTo(BigDecimal.valueOf(usual.memoryPerOcpu()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_smallest_boot_volume_is_the_same(Allowance allowance) {
        var least = allowance.limit(LimitRule.BOOT_VOLUME_MINIMUM).orElseThrow().longValueExact();
        assertThat(LaunchRules.LEAST_BOOT_VOLUME).isEqualTo(least);
        assertThat(BootVolumes.LEAST_GB).isEqualTo(least);
    }
}
