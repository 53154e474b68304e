package dev.freehold.domain.plan;

import dev.freehold.domain.blueprint.Graph;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.journal.Standing.InDoubt;
import dev.freehold.domain.journal.Standing.Stands;
import dev.freehold.domain.resource.Bond;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SettingChange;
import dev.freehold.domain.resource.SetupResource.QuotaPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides what becomes of each wanted node, one after the other in the order of the graph, so that what was
/// decided for a node's dependencies is known when its own turn comes.
final class Comparing {
    private final Standings standings;
    private final Graph wanted;
    private final Map<ResourceId, Observation> observed;
    private final @Nullable Change[] decided;

    Comparing(Standings standings, Graph wanted, Map<ResourceId, Observation> observed) {
        this.standings = standings;
        this.wanted = wanted;
        this.observed = observed;
        this.decided = new Change[wanted.size()];
    }

    /// What was decided for the node; absent if it is left as it is without having been looked at.
    @Nullable
    Change decided(int number) {
        return decided[number];
    }

    /// Adds to what the change of the node is for.
    void explain(int number, Reason more) {
        var change = decided[number];
        if (change != null) {
            decided[number] = change.also(more);
        }
    }

    /// @param neededBy who needs the node, if it is of a phase that was not asked for
    void decide(int number, @Nullable ResourceId neededBy) {
        var node = wanted.node(number);
        var id = wanted.id(number);
        var standing = standings.byId().get(id);
        var draft = switch (standing) {
            case null ->
                observed.get(id) instanceof Observation.Unrecorded(var actual, boolean tagged)
                        ? Draft.standing(node, actual, tagged)
                        : Draft.missing(node, neededBy);
            case InDoubt doubt -> Draft.of(doubt, node);
            case Stands stands -> Draft.of(stands, node, observed.get(id));
        };
        decided[number] = draft.spread(dependencyReasons(number, standing))
                .also(overOthers(node))
                .change(id);
    }

    /// A quota policy binds all that is in its compartment.
    private List<Reason> overOthers(Node node) {
        var over = node instanceof QuotaPolicy policy
                ? decided[wanted.number(policy.compartment().id())]
                : null;
        return over != null && over.reasons().contains(new Reason.StandsAlready(false))
                ? List.of(new Reason.RulesOverOthers(over.id()))
                : List.of();
    }

    /// Why what becomes of its dependencies concerns the node.
    private List<Reason> dependencyReasons(int number, @Nullable Standing standing) {
        if (standing == null) {
            return List.of();
        }
        var reasons = new ArrayList<Reason>();
        var to = wanted.dependsOn(number);
        var bonds = wanted.bonds(number);
        for (int at = 0; at < to.length; at++) {
            var dependency = wanted.id(to[at]);
            boolean concerned = switch (bonds[at]) {
                case STANDS_ON -> isMadeAnew(to[at]);
                case COMES_AFTER -> isMadeAnew(to[at]) || madeSince(dependency, standing);
                case FOLLOWS -> changes(to[at]) || changedSince(dependency, standing);
            };
            if (concerned) {
                reasons.add(
                        bonds[at] == Bond.STANDS_ON
                                ? new Reason.StandsOnReplaced(dependency)
                                : new Reason.DependencyChanged(dependency));
            }
        }
        return reasons;
    }

    private boolean changes(int number) {
        var change = decided[number];
        return change != null && change.action() != Action.KEEP;
    }

    private boolean isMadeAnew(int number) {
        var change = decided[number];
        return change != null
                && change.node() instanceof Resource
                && (change.action() == Action.CREATE || change.action() == Action.REPLACE);
    }

    /// An earlier run changed the dependency and was stopped before the node's turn came.
    private boolean changedSince(ResourceId dependency, Standing standing) {
        return standing instanceof Stands stands
                && standings.byId().get(dependency) instanceof Stands other
                && other.since().isAfter(stands.since());
    }

    /// Likewise, but it was made then.
    private boolean madeSince(ResourceId dependency, Standing standing) {
        return standing instanceof Stands stands
                && standings.byId().get(dependency) instanceof Stands other
                && other.node() instanceof Resource
                && other.made().isAfter(stands.since());
    }

    /// A decision in the making.
    private record Draft(
            Node node, @Nullable Node before, Action action, List<SettingChange> settings, List<Reason> reasons) {

        static Draft missing(Node node, @Nullable ResourceId neededBy) {
            Reason why = neededBy == null ? new Reason.NotThereYet() : new Reason.BroughtAlong(neededBy);
            return new Draft(node, null, Action.CREATE, List.of(), List.of(why));
        }

        /// Settings that differ are said; whether they may is for [Adoption] to judge.
        static Draft standing(Node node, Node actual, boolean tagged) {
            return new Draft(
                    node, actual, Action.ADOPT, between(actual, node), List.of(new Reason.StandsAlready(tagged)));
        }

        static Draft of(Stands stands, Node node, @Nullable Observation seen) {
            return switch (seen) {
                case null -> compared(stands.node(), node, List.of());
                // A state knows of it, so that whose it is was decided before.
                case Observation.Unrecorded(var actual, var _) -> compared(actual, node, List.of());
                case Observation.Gone() ->
                    new Draft(node, null, Action.CREATE, List.of(), List.of(new Reason.Drifted(List.of())));
                case Observation.Altered(var actual) -> compared(actual, node, List.of(new Reason.NotAsLeft()));
                case Observation.Found(var actual) -> {
                    var drift = SettingChange.between(stands.node(), actual);
                    yield compared(actual, node, drift.isEmpty() ? List.of() : List.of(new Reason.Drifted(drift)));
                }
            };
        }

        private static Draft compared(Node before, Node node, List<Reason> known) {
            var settings = SettingChange.between(before, node);
            var reasons = new ArrayList<>(known);
            if (!settings.isEmpty()) {
                reasons.add(new Reason.SettingsChanged(settings));
            }
            // what others changed into what is wanted is updated all the same: the state has to learn of it
            var action = reasons.isEmpty() ? Action.KEEP : change(settings);
            return new Draft(node, before, action, settings, reasons);
        }

        private static Action change(List<SettingChange> settings) {
            return settings.stream().allMatch(SettingChange::inPlace) ? Action.UPDATE : Action.REPLACE;
        }

        /// What was intended may have happened or not; whatever is done holds in both cases.
        static Draft of(InDoubt doubt, Node node) {
            var before = doubt.before() == null ? null : doubt.before().node();
            var why = List.<Reason>of(new Reason.LeftInDoubt(doubt.run(), doubt.operation()));
            return switch (doubt.operation()) {
                case AWAIT -> {
                    var action = before == null ? Action.CREATE : Action.UPDATE;
                    yield new Draft(node, before, action, List.of(), why);
                }
                case CREATE ->
                    doubt.node().equals(node)
                            ? new Draft(node, null, Action.CREATE, List.of(), why)
                            : new Draft(node, doubt.node(), Action.REPLACE, between(doubt.node(), node), why);
                case DELETE -> new Draft(node, doubt.node(), Action.REPLACE, between(doubt.node(), node), why);
                case UPDATE -> {
                    var from = before == null ? doubt.node() : before;
                    var settings = between(from, node);
                    var either = new ArrayList<>(settings);
                    either.addAll(between(doubt.node(), node));
                    yield new Draft(node, from, change(either), settings, why);
                }
            };
        }

        private static List<SettingChange> between(Node before, Node after) {
            return SettingChange.between(before, after);
        }

        Draft spread(List<Reason> fromDependencies) {
            boolean onReplaced = fromDependencies.stream().anyMatch(Reason.StandsOnReplaced.class::isInstance);
            boolean maybeThere = !reasons.isEmpty() && reasons.getFirst() instanceof Reason.LeftInDoubt;
            if (fromDependencies.isEmpty()
                    || (action == Action.CREATE && !(maybeThere && onReplaced))
                    || action == Action.ADOPT) {
                return this;
            }
            var all = new ArrayList<>(reasons);
            all.addAll(fromDependencies);
            var either = action == Action.REPLACE || onReplaced ? Action.REPLACE : Action.UPDATE;
            return new Draft(node, before == null ? node : before, either, settings, all);
        }

        Draft also(List<Reason> more) {
            if (more.isEmpty() || action == Action.KEEP) {
                return this;
            }
            var all = new ArrayList<>(reasons);
            all.addAll(more);
            return new Draft(node, before, action, settings, all);
        }

        Change change(ResourceId id) {
            return new Change(
                    id, node, before, action, settings, reasons.isEmpty() ? List.of(new Reason.AsWanted()) : reasons);
        }
    }
}
