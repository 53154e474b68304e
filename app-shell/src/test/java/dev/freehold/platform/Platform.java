package dev.freehold.platform;

import dev.freehold.adapters.sim.Sim;
import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.adapters.sim.fault.Fault;
import dev.freehold.adapters.sim.fault.Faults;
import dev.freehold.adapters.sim.fault.Misfortune;
import dev.freehold.adapters.sim.tenancy.Tenancy;
import dev.freehold.adapters.sim.world.Invariants;
import dev.freehold.adapters.sim.world.MemoryWorldLog;
import dev.freehold.adapters.sim.world.SimWorld;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.plan.Action;
import dev.freehold.domain.plan.Dependents;
import dev.freehold.domain.plan.Plan;
import dev.freehold.domain.plan.Protection;
import dev.freehold.domain.plan.Reason;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.schedule.TimingProfile;
import dev.freehold.domain.spec.Spec;
import dev.freehold.engine.caller.Audience;
import dev.freehold.engine.caller.Caller;
import dev.freehold.engine.caller.Consent;
import dev.freehold.engine.deploy.DeployPlatform;
import dev.freehold.engine.deploy.DestroyPlatform;
import dev.freehold.engine.deploy.RunOutcome;
import dev.freehold.engine.inspect.DetectDrift;
import dev.freehold.engine.inspect.DetectDrift.Drift;
import dev.freehold.engine.look.Looking;
import dev.freehold.engine.memory.MemoryJournals;
import dev.freehold.engine.memory.MemoryLayerStore;
import dev.freehold.engine.pace.Pace;
import dev.freehold.engine.plan.PlanPlatform;
import dev.freehold.engine.plan.WantedPlatform;
import dev.freehold.engine.state.LayerStates;
import dev.freehold.engine.target.Target;
import dev.freehold.ports.cloud.Preflight;
import dev.freehold.ports.driver.ServedSystems;
import dev.freehold.ports.state.Journals;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// One platform in one simulated world, on which processes work one after the other. Each process is new;
/// what lasts is the world, the journals and the published states.
final class Platform {
    static final Caller BY = new Caller(1, "a test");

    final MemoryWorldLog changes = new MemoryWorldLog();
    final SimWorld world;
    final MemoryJournals journals = new MemoryJournals();
    final MemoryLayerStore layers = new MemoryLayerStore(() -> Sim.BEGINNING);
    private final Seed seed;
    private Misfortune misfortune = Misfortune.NONE;
    private UnaryOperator<Journals> through = kept -> kept;

    Platform(Spec spec, long seed) {
        this.seed = new Seed(seed);
        boolean paying = spec.account().acceptUsdPerMonth().amount().signum() > 0;
        this.world = SimWorld.open(
                Tenancy.granted(spec.account().allowance(), paying), this.seed, Path.of("/home/sim"), changes);
    }

    /// One whose data nobody would miss.
    static WantedPlatform wanted(Spec spec) {
        return new WantedPlatform(spec, spec.toString(), ImageSupply.AS_IN_SPEC, Protection.NONE);
    }

    Platform befallenBy(Misfortune misfortune) {
        this.misfortune = misfortune;
        return this;
    }

    Platform befallenBy(Fault... faults) {
        return befallenBy(new Faults(List.of(faults)));
    }

    Platform through(UnaryOperator<Journals> journals) {
        this.through = journals;
        return this;
    }

    /// All is well again.
    Platform spared() {
        misfortune = Misfortune.NONE;
        through = kept -> kept;
        return this;
    }

    /// A process of its own that looks before it plans.
    Target process(Preflight preflight) {
        var sim = Sim.on(world, TimingProfile.REFERENCE::durationOf, seed, lastRecorded());
        var opened = new Target.World(
                ServedSystems.all(sim.drivers(), sim.gates()),
                sim.images(),
                sim.inventory(),
                preflight,
                sim.timeline());
        return new Target("sim", () -> opened, through.apply(journals), layers, seed.number());
    }

    /// A process of its own.
    Target process() {
        var sim = Sim.on(world, TimingProfile.REFERENCE::durationOf, seed, lastRecorded())
                .with(misfortune, () -> {});
        var known = new Target.World(
                ServedSystems.all(sim.drivers(), sim.gates()), sim.images(), sim.inventory(), sim.timeline());
        return new Target("sim", () -> known, through.apply(journals), layers, seed.number());
    }

    private Instant lastRecorded() {
        var last = Sim.BEGINNING;
        for (var layer : Layer.ALL) {
            for (var entry : journals.of(layer).entries()) {
                last = entry.at().isAfter(last) ? entry.at() : last;
            }
        }
        return last;
    }

    RunOutcome deploy(Spec spec) {
        return deploy(spec, Pace.USUAL);
    }

    RunOutcome deploy(Spec spec, Pace pace) {
        return deploy(wanted(spec), List.of(), pace);
    }

    RunOutcome deploy(WantedPlatform wanted, List<Layer> phases, Pace pace) {
        return new DeployPlatform(process(), pace)
                .deploy(new DeployPlatform.Request(wanted, phases, Consent.GIVEN_BEFOREHAND, BY), Audience.nobody());
    }

    RunOutcome destroy(Layer... phases) {
        var all = phases.length == 0 ? Layer.ALL : List.of(phases);
        return new DestroyPlatform(process())
                .destroy(
                        new DestroyPlatform.Request(all, Dependents.FORBID_IT, Consent.GIVEN_BEFOREHAND, BY),
                        Audience.nobody());
    }

    Plan plan(Spec spec, boolean refresh) {
        return new PlanPlatform(process())
                .plan(new PlanPlatform.Request(wanted(spec), List.of(), refresh ? Looking.EVERYWHERE : Looking.NOWHERE))
                .plan();
    }

    /// What a plan would do, in a line each; empty if nothing.
    List<String> pending(Spec spec, boolean refresh) {
        return plan(spec, refresh).changes().stream()
                .filter(change -> change.action() != Action.KEEP)
                .map(change -> change.action() + " " + change.id() + ": "
                        + change.reasons().stream().map(Reason::words).toList())
                .toList();
    }

    /// In what the world differs from that one, by id.
    Set<ResourceId> differsFrom(Platform other) {
        var mine = world.snapshot().things();
        var theirs = other.world.snapshot().things();
        var ids = new TreeSet<ResourceId>(mine.keySet());
        ids.addAll(theirs.keySet());
        ids.removeIf(id -> mine.containsKey(id) && mine.get(id).equals(theirs.get(id)));
        return ids;
    }

    Drift drift() {
        return new DetectDrift(process()).detect();
    }

    LayerStates states() {
        return LayerStates.read(journals);
    }

    /// What must hold whatever happened: a sound world, states that agree with it, and nothing made twice.
    List<String> flaws() {
        var flaws = new ArrayList<>(Invariants.violations(world));
        for (var thing : world.standing()) {
            if (states().of(thing.resource().layer()).standing(thing.id()).isEmpty()) {
                flaws.add(thing.id() + " stands and no state knows it.");
            }
        }
        for (var layer : Layer.ALL) {
            if (!layers.read(layer).equals(states().of(layer))) {
                flaws.add("What the " + layer.word() + " layer published is not what its journal says.");
            }
        }
        var drift = drift();
        drift.drifted().forEach(drifted -> flaws.add(drifted.toString()));
        drift.strays().forEach(stray -> flaws.add(stray.toString()));
        return flaws;
    }

    /// What was ever made more than once.
    List<String> madeTwice() {
        return world.standing().stream()
                .filter(thing -> world.timesMade(thing.id()) > 1)
                .map(thing -> thing.id().text())
                .toList();
    }
}
