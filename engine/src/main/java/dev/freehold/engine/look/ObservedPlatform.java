package dev.freehold.engine.look;

import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.journal.Standing.Stands;
import dev.freehold.domain.plan.Observation;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SetupResource.SshKeyPair;
import dev.freehold.domain.resource.SystemName;
import dev.freehold.engine.state.LayerStates;
import dev.freehold.engine.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// What the systems say of what the states say stands.
///
/// @param unknown what could not be looked at, and why; of that the states are believed
/// @param remarks what else was not seen, a sentence each
public record ObservedPlatform(
        Map<ResourceId, Observation> seen, Map<ResourceId, String> unknown, List<String> remarks) {
    public ObservedPlatform {
        remarks = List.copyOf(remarks);
    }

    public ObservedPlatform(Map<ResourceId, Observation> seen, Map<ResourceId, String> unknown) {
        this(seen, unknown, List.of());
    }

    /// Nobody looked.
    public static final ObservedPlatform NOTHING = new ObservedPlatform(Map.of(), Map.of());

    /// @throws Interrupted if the looking was cut short
    public static ObservedPlatform of(Looking looking, LayerStates states, Target target) {
        return switch (looking) {
            case NOWHERE -> NOTHING;
            case HERE -> here(states, target, node -> node.layer() == Layer.SETUP);
            case EVERYWHERE -> everywhere(states, target);
        };
    }

    ObservedPlatform remarking(String words) {
        return new ObservedPlatform(seen, unknown, List.of(words));
    }

    /// With what else was seen.
    ObservedPlatform and(Map<ResourceId, Observation> more, Map<ResourceId, String> unseen) {
        var all = new LinkedHashMap<>(seen);
        all.putAll(more);
        var none = new LinkedHashMap<>(unknown);
        none.putAll(unseen);
        return new ObservedPlatform(all, none, remarks);
    }

    private static ObservedPlatform everywhere(LayerStates states, Target target) {
        var standing = standing(states, _ -> true);
        var observed = new LinkedHashMap<ResourceId, Observation>();
        var unknown = new LinkedHashMap<ResourceId, String>();
        var all = states.standing().values();
        var looks = looks(standing, states.standing(), target);
        for (var known : standing) {
            var id = known.node().id();
            switch (looks.get(id)) {
                case null -> {} // a gate
                case Sighting.Unknown(var words) -> unknown.put(id, words);
                case Sighting.There _, Sighting.Gone _
                when ImageFilesUsed.isSpent(known.node(), all) -> observed.put(id, new Observation.Found(known.node()));
                case Sighting.There(var actual, var outputs) ->
                    observed.put(
                            id,
                            // Built again since: what follows needs the file that is there now.
                            known.node() instanceof ImageBuild && !outputs.equals(known.outputs())
                                    ? new Observation.Altered(actual)
                                    : new Observation.Found(actual));
                case Sighting.Gone() -> observed.put(id, new Observation.Gone());
            }
        }
        return new ObservedPlatform(observed, unknown);
    }

    /// What this computer says of those of `which` that it has itself. What is in them comes from beside the
    /// spec (a secret that was replaced, a key that was chosen), so that the states can't tell whether it is as
    /// wanted. What can't be looked at counts as gone: its driver is asked to make it, and says why it can't.
    ///
    /// @throws Interrupted if the looking was cut short
    public static ObservedPlatform here(LayerStates states, Target target, Predicate<Node> which) {
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
        return new ObservedPlatform(observed, Map.of());
    }

    private static Observation observation(Stands known, Sighting seen, boolean launched) {
        return switch (seen) {
            case Sighting.There(var actual, var outputs) ->
                outputs.equals(known.outputs()) ? new Observation.Found(actual) : new Observation.Altered(actual);
            // Machines let in the key that they were launched with: it is mended, and never made anew.
            case Sighting.Gone(), Sighting.Unknown(var _) ->
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

    public static Map<ResourceId, Sighting> looks(
            ArrayList<Stands> standing, Map<ResourceId, Standing> known, Target target) {
        try {
            return Looks.at(standing, known, target.systems(), target.timeline(), target.pace());
        } catch (InterruptedException stop) {
            throw Interrupted.looking(stop);
        }
    }
}
