package dev.freehold.engine;

import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.journal.Standing.Stands;
import dev.freehold.domain.plan.Observation;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SetupResource.SshKeyPair;
import dev.freehold.domain.resource.SystemName;
import dev.freehold.engine.run.Looks;
import dev.freehold.engine.run.Seen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/// What the systems say of what the states say stands.
///
/// @param unknown what could not be looked at, and why; of that the states are believed
record Observed(Map<ResourceId, Observation> seen, Map<ResourceId, String> unknown) {
    /// Nobody looked.
    static final Observed NOTHING = new Observed(Map.of(), Map.of());

    /// @throws Interrupted if the looking was cut short
    static Observed of(LayerStates states, Target target) {
        var standing = standing(states, _ -> true);
        var observed = new LinkedHashMap<ResourceId, Observation>();
        var unknown = new LinkedHashMap<ResourceId, String>();
        var all = states.standing().values();
        var looks = looks(standing, states.standing(), target);
        for (var known : standing) {
            var id = known.node().id();
            switch (looks.get(id)) {
                case null -> {} // a gate
                case Seen.Unknown(var words) -> unknown.put(id, words);
                case Seen.There _, Seen.Gone _
                when ImageFilesUsed.isSpent(known.node(), all) -> observed.put(id, new Observation.Found(known.node()));
                case Seen.There(var actual, var outputs) ->
                    observed.put(
                            id,
                            // Built again since: what follows needs the file that is there now.
                            known.node() instanceof ImageBuild && !outputs.equals(known.outputs())
                                    ? new Observation.Altered(actual)
                                    : new Observation.Found(actual));
                case Seen.Gone() -> observed.put(id, new Observation.Gone());
            }
        }
        return new Observed(observed, unknown);
    }

    /// What this computer says of those of `which` that it has itself. What is in them comes from beside the
    /// spec (a secret that was replaced, a key that was chosen), so that the states can't tell whether it is as
    /// wanted. What can't be looked at counts as gone: its driver is asked to make it, and says why it can't.
    ///
    /// @throws Interrupted if the looking was cut short
    static Observed here(LayerStates states, Target target, Predicate<Node> which) {
        var standing = standing(states, node -> node.system() == SystemName.LOCAL && which.test(node));
        boolean launched = !states.of(Layer.OCI).nodes().isEmpty();
        var looks = looks(standing, states.standing(), target);
        var observed = new LinkedHashMap<ResourceId, Observation>();
        for (var known : standing) {
            var seen = looks.get(known.node().id());
            if (seen != null) {
                observed.put(known.node().id(), observation(known, seen, launched));
            }
        }
        return new Observed(observed, Map.of());
    }

    private static Observation observation(Stands known, Seen seen, boolean launched) {
        return switch (seen) {
            case Seen.There(var actual, var outputs) ->
                outputs.equals(known.outputs()) ? new Observation.Found(actual) : new Observation.Altered(actual);
            // Machines let in the key that they were launched with: it is mended, and never made anew.
            case Seen.Gone(), Seen.Unknown(var _) ->
                launched && known.node() instanceof SshKeyPair pair
                        ? new Observation.Altered(pair)
                        : new Observation.Gone();
        };
    }

    private static ArrayList<Stands> standing(LayerStates states, Predicate<Node> which) {
        var standing = new ArrayList<Stands>();
        for (Standing known : states.standing().values()) {
            if (known instanceof Stands stands && which.test(stands.node())) {
                standing.add(stands);
            }
        }
        return standing;
    }

    static Map<ResourceId, Seen> looks(ArrayList<Stands> standing, Map<ResourceId, Standing> known, Target target) {
        try {
            return Looks.at(standing, known, target.systems(), target.timeline(), target.pace());
        } catch (InterruptedException stop) {
            throw Interrupted.looking(stop);
        }
    }
}
