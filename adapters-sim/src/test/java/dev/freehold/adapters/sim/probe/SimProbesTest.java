package dev.freehold.adapters.sim.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.sim.Sim;
import dev.freehold.adapters.sim.ThreeHosts;
import dev.freehold.adapters.sim.Worlds;
import dev.freehold.domain.allowance.Allowances;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.SetupResource.FluxRepository;
import dev.freehold.domain.resource.TalosResource.VirtualMachine;
import dev.freehold.ports.driver.Outside;
import dev.freehold.ports.driver.Trouble;
import dev.freehold.ports.probe.BillingFacts;
import dev.freehold.ports.probe.CloudFacts;
import dev.freehold.ports.probe.HypervisorFacts;
import dev.freehold.ports.probe.ImageFacts;
import dev.freehold.ports.probe.KubernetesFacts;
import dev.freehold.ports.probe.ObservabilityFacts;
import dev.freehold.ports.probe.Probe;
import dev.freehold.ports.probe.ProbeContract;
import dev.freehold.ports.probe.Probes;
import java.util.List;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Each probe of a simulated world, held to the contract with a whole platform.
@ParameterizedClass(name = "{0}")
@EnumSource
class SimProbesTest implements ProbeContract<Object> {
    enum Subject {
        IMAGES,
        CLOUD,
        HYPERVISOR,
        KUBERNETES,
        BILLING,
        OBSERVABILITY
    }

    @Parameter
    private Subject subject;

    private final Sim sim = Worlds.at(Worlds.empty());

    @Override
    public Probe<Object> probe() {
        var probes =
                SimProbes.of(sim.world(), Allowances.byId("always-free-2021").orElseThrow(), sim.timeline());
        return () -> of(probes).read().map(facts -> (Object) facts);
    }

    private Probe<?> of(Probes probes) {
        return switch (subject) {
            case IMAGES -> probes.images();
            case CLOUD -> probes.cloud();
            case HYPERVISOR -> probes.hypervisor();
            case KUBERNETES -> probes.kubernetes();
            case BILLING -> probes.billing();
            case OBSERVABILITY -> probes.observability();
        };
    }

    @Override
    public void make() {
        Worlds.fill(sim, _ -> true);
        var there = ThreeHosts.the(FluxRepository.class, "flux");
        var observed = new FluxRepository(
                there.name(),
                there.url(),
                there.branch(),
                there.path(),
                there.interval(),
                List.of("alloy"),
                there.settings());
        sim.world().change(observed.id(), observed, sim.timeline().now());
    }

    @Override
    public void check(Object read) {
        switch (read) {
            case ImageFacts facts -> assertThat(facts.images()).hasSize(2);
            case CloudFacts facts -> assertThat(facts.machines()).hasSize(4);
            case HypervisorFacts facts -> assertThat(facts.hosts()).hasSize(3);
            case KubernetesFacts facts -> assertThat(facts.nodes()).hasSize(3);
            case BillingFacts facts -> assertThat(facts.budget()).isPresent();
            case ObservabilityFacts facts -> assertThat(facts.uses()).hasSize(3);
            default -> throw new AssertionError("nobody asked for " + read);
        }
    }

    @Override
    public Object world() {
        return sim.world().snapshot();
    }

    @Override
    public Trouble blindness() {
        return switch (subject) {
            case HYPERVISOR -> without(Instance.class);
            case KUBERNETES -> without(VirtualMachine.class);
            case IMAGES, CLOUD, BILLING, OBSERVABILITY ->
                throw Outside.cannotBe("the simulated cloud is looked at in this process, and always answers");
        };
    }

    private Trouble without(Class<? extends Resource> kind) {
        for (var thing : List.copyOf(sim.world().standing(kind))) {
            sim.world().remove(thing.id(), sim.timeline().now());
        }
        return Trouble.PASSING;
    }
}
