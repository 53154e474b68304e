package dev.freehold.engine;

import dev.freehold.domain.resource.ResourceId;
import java.util.List;

/// Finds where the world is not what the states say.
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

    /// @param what the setting that differs; `presence` for what is gone
    public record Drifted(ResourceId id, String what, String expected, String actual) {}

    /// What bears this platform's tags and is in no state.
    public record Stray(String kind, String name) {}

    public Drift detect(Audience audience) {
        return Soon.comes(target.name() + audience);
    }
}
