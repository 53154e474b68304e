package dev.freehold.engine.plan;

import dev.freehold.domain.allowance.Allowance;
import dev.freehold.domain.allowance.Allowances;
import dev.freehold.domain.allowance.Ledger;
import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.allowance.Violation;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.fit.Fit;
import dev.freehold.domain.plan.Adoption;
import dev.freehold.domain.plan.Plan;
import dev.freehold.domain.plan.PlanRule;
import dev.freehold.domain.preflight.Look;
import dev.freehold.domain.preflight.TargetViolations;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SetupPart;
import dev.freehold.domain.spec.Spec;
import dev.freehold.engine.look.ObservedPlatform;
import dev.freehold.engine.look.PreflightResult;
import dev.freehold.engine.look.UnrecordedThings;
import dev.freehold.engine.state.LayerStates;
import dev.freehold.engine.target.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is wanted, what would change for it, and what speaks against it.
///
/// @param scope the layers that were asked for
/// @param verdict what speaks against it
/// @param remarks what whoever plans is told of where it is to stand, a sentence or a few each
/// @param unknown what should have been looked at and could not be, and why; of that the states were believed
public record PlannedPlatform(
        Set<Layer> scope,
        Blueprint blueprint,
        Plan plan,
        Verdict verdict,
        List<String> remarks,
        Map<ResourceId, String> unknown) {

    public PlannedPlatform {
        scope = Collections.unmodifiableSet(EnumSet.copyOf(scope));
        remarks = List.copyOf(remarks);
        unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
    }

    /// Whether it may be, and can live.
    ///
    /// @param ledger what it uses against the allowance
    /// @param objections what speaks against planning it there at all, beside the amounts
    /// @param unfit why the platform can't live on its hosts, as far as the scope cares
    public record Verdict(Ledger ledger, List<Violation> objections, Fit fit, List<Violation> unfit) {
        public Verdict {
            objections = List.copyOf(objections);
            unfit = List.copyOf(unfit);
        }
    }

    /// @param layers those asked for; all of them if empty
    /// @param preflight where it is to stand
    public static PlannedPlatform of(
            WantedPlatform wanted,
            Collection<Layer> layers,
            LayerStates states,
            ObservedPlatform observed,
            PreflightResult preflight) {
        var scope = scope(layers);
        var blueprint = wanted.blueprint(states, scope);
        var plan = Plan.of(states.standing(), blueprint, scope, observed.seen());
        return of(wanted, scope, blueprint, plan, states, observed, preflight);
    }

    /// What would change at `target`, where what is wanted and in no state is looked for as well.
    ///
    /// @param observed what was looked at of what the states know
    /// @throws dev.freehold.engine.look.Interrupted if it was cut short while it looked
    public static PlannedPlatform at(
            Target target,
            WantedPlatform wanted,
            Collection<Layer> layers,
            LayerStates states,
            ObservedPlatform observed) {
        var preflight = PreflightResult.of(target, wanted.spec());
        var blueprint = wanted.blueprint(states, scope(layers));
        return of(
                wanted,
                layers,
                states,
                UnrecordedThings.beside(observed, blueprint, states, target, preflight),
                preflight);
    }

    /// A part of setup alone. Nobody looks where it is to stand: the part may be what the looking needs.
    public static PlannedPlatform ofPart(
            WantedPlatform wanted, SetupPart part, LayerStates states, ObservedPlatform observed) {
        var scope = EnumSet.of(Layer.SETUP);
        var blueprint = wanted.blueprint(states, scope);
        var plan = Plan.ofPart(states.standing(), blueprint, part::holds, observed.seen());
        return of(wanted, scope, blueprint, plan, states, observed, PreflightResult.NOTHING);
    }

    private static PlannedPlatform of(
            WantedPlatform wanted,
            Set<Layer> scope,
            Blueprint blueprint,
            Plan plan,
            LayerStates states,
            ObservedPlatform observed,
            PreflightResult preflight) {
        var fit = Fit.of(wanted.spec());
        var spec = wanted.spec();
        var allowance = allowance(wanted);
        var usage = usage(wanted, scope, blueprint, states);
        var objections =
                new ArrayList<>(TargetViolations.to(spec, allowance, usage, preflight.stakes(), preflight.look()));
        objections.addAll(Adoption.violations(plan));
        objections.addAll(wanted.protection().violations(plan, states.standing()));
        var verdict =
                new Verdict(ledger(spec, allowance, usage, preflight.look()), objections, fit, fit.violations(scope));
        var remarks = new ArrayList<>(TargetViolations.remarks(spec, preflight.look()));
        remarks.addAll(observed.remarks());
        return new PlannedPlatform(scope, blueprint, plan, verdict, remarks, observed.unknown());
    }

    private static Ledger ledger(Spec spec, Allowance allowance, Usage usage, Look look) {
        return look instanceof Look.Seen(var tenancy)
                ? Ledger.of(spec, allowance, usage, tenancy)
                : Ledger.of(spec, allowance, usage);
    }

    public static Set<Layer> scope(Collection<Layer> layers) {
        var scope = EnumSet.noneOf(Layer.class);
        scope.addAll(layers.isEmpty() ? Layer.ALL : layers);
        return scope;
    }

    private static Allowance allowance(WantedPlatform wanted) {
        var id = wanted.spec().account().allowance();
        return Allowances.byId(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no allowance '" + id + "'; there are " + String.join(", ", Allowances.ids()) + "."));
    }

    /// What the whole platform uses, whatever was asked for. Machines bring the images along that they need;
    /// no other phase uses anything.
    private static Usage usage(WantedPlatform wanted, Set<Layer> scope, Blueprint blueprint, LayerStates states) {
        boolean holdsAll = scope.stream().anyMatch(layer -> layer.compareTo(Layer.OCI) >= 0);
        var whole = holdsAll ? blueprint : wanted.blueprint(states, EnumSet.of(Layer.IMAGES, Layer.OCI));
        return Usage.ofAll(whole.nodes());
    }

    public Ledger ledger() {
        return verdict.ledger();
    }

    public Fit fit() {
        return verdict.fit();
    }

    /// Why the platform can't live on its hosts, as far as the scope cares.
    public List<Violation> unfit() {
        return verdict.unfit();
    }

    /// May it not be, however well it fits: above the allowance, or objected to?
    public boolean isRefused() {
        return !ledger().violations().isEmpty() || !verdict.objections().isEmpty();
    }

    /// Is it refused, and would it not be if what is protected could go?
    public boolean isRefusedForProtectionAlone() {
        return ledger().violations().isEmpty()
                && !verdict.objections().isEmpty()
                && protectedByPlan().size() == verdict.objections().size();
    }

    /// What is protected and would go.
    public List<Violation> protectedByPlan() {
        return verdict.objections().stream()
                .filter(objection -> objection.rule() == PlanRule.PROTECTED)
                .toList();
    }

    /// Everything that speaks against it: what is above the allowance, what is objected to, what doesn't fit.
    public List<Violation> violations() {
        var all = new ArrayList<>(ledger().violations());
        all.addAll(verdict.objections());
        all.addAll(unfit());
        return Collections.unmodifiableList(all);
    }
}
