package dev.freehold.engine.inspect;

import dev.freehold.domain.journal.Standing.InDoubt;
import dev.freehold.domain.journal.Standing.Stands;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SettingChange;
import dev.freehold.engine.look.ImageFilesUsed;
import dev.freehold.engine.look.Interrupted;
import dev.freehold.engine.look.ObservedPlatform;
import dev.freehold.engine.look.Sighting;
import dev.freehold.engine.state.LayerStates;
import dev.freehold.engine.target.Target;
import dev.freehold.ports.driver.Inventory.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds where the world is not what the states say. It changes nothing.
public final class DetectDrift {
    private final Target target;

    public DetectDrift(Target target) {
        this.target = target;
    }

    public record Drift(List<Drifted> drifted, List<Stray> strays) {
        public Drift {
            drifted = List.copyOf(drifted);
            strays = List.copyOf(strays);
        }

        public boolean isNone() {
            return drifted.isEmpty() && strays.isEmpty();
        }
    }

    /// @param what the setting that differs; `presence` for what is gone, `outcome` for what a run left in
    ///     doubt, `observation` for what could not be looked at
    public record Drifted(ResourceId id, String what, String expected, String actual) {}

    /// What bears this platform's tags and is in no state.
    public record Stray(String kind, String name) {}

    /// @throws Interrupted if it was cut short: what was not looked at may have drifted
    public Drift detect() {
        var states = LayerStates.read(target.journals(), target.layers());
        var known = states.standing();
        var standing = new ArrayList<Stands>();
        var drifted = new ArrayList<Drifted>();
        for (var one : known.values()) {
            switch (one) {
                case Stands stands -> standing.add(stands);
                case InDoubt doubt ->
                    drifted.add(new Drifted(
                            doubt.node().id(), "outcome", doubt.operation().past(), "not known"));
            }
        }
        var seen = ObservedPlatform.looks(standing, known, target);
        for (var stands : standing) {
            if (ImageFilesUsed.isSpent(stands.node(), known.values())) {
                continue;
            }
            compare(stands, seen.get(stands.node().id()), drifted);
        }
        return new Drift(drifted, strays(known::containsKey));
    }

    private static void compare(Stands stands, @Nullable Sighting seen, List<Drifted> drifted) {
        var id = stands.node().id();
        switch (seen) {
            case null -> {} // a gate
            case Sighting.Gone() -> drifted.add(new Drifted(id, "presence", "there", "gone"));
            case Sighting.Unknown(var words) -> drifted.add(new Drifted(id, "observation", "an answer", words));
            case Sighting.There(var actual, var _) -> {
                for (var change : SettingChange.between(stands.node(), actual)) {
                    drifted.add(new Drifted(
                            id,
                            change.setting(),
                            change.before().words(),
                            change.after().words()));
                }
            }
        }
    }

    private List<Stray> strays(Predicate<ResourceId> isKnown) {
        List<Item> items;
        try {
            items = target.inventory().items();
        } catch (InterruptedException stop) {
            throw Interrupted.looking(stop);
        }
        return items.stream()
                .filter(item -> item.id().filter(isKnown).isEmpty())
                .map(item -> new Stray(item.kind(), item.name()))
                .sorted(Comparator.comparing(Stray::kind).thenComparing(Stray::name))
                .toList();
    }
}
