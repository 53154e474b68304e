package dev.freehold.engine.share;

import dev.freehold.domain.secret.SecretName;
import dev.freehold.ports.secret.SecretVault;
import dev.freehold.ports.state.SharedSecrets;
import dev.freehold.ports.state.SharedSecrets.Shared;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// This computer's vault and the shared one: what one of them lacks it gets from the other, and of two values the
/// one that was set later goes on. A secret that is removed is removed where it was, and comes back from
/// elsewhere: no value is lost because somebody tidied up.
public final class SharedVault {
    private final SecretVault here;
    private final SharedSecrets there;

    public SharedVault(SecretVault here, SharedSecrets there) {
        this.here = here;
        this.there = there;
    }

    /// @return the names of the secrets that were brought here
    List<SecretName> bringHere() {
        var brought = new ArrayList<SecretName>();
        var own = own();
        for (var shared : there.read()) {
            if (isNewer(shared, own.get(shared.name()))) {
                here.write(shared.name(), shared.value());
                brought.add(shared.name());
            }
        }
        return List.copyOf(brought);
    }

    /// @return the names of the secrets that were shared
    List<SecretName> bringThere() {
        var together = new TreeMap<SecretName, Shared>();
        there.read().forEach(shared -> together.put(shared.name(), shared));
        var brought = new ArrayList<SecretName>();
        own().forEach((name, own) -> {
            if (isNewer(own, together.get(name))) {
                together.put(name, own);
                brought.add(name);
            }
        });
        if (!brought.isEmpty()) {
            there.write(List.copyOf(together.values()));
        }
        return brought.stream().sorted().toList();
    }

    private Map<SecretName, Shared> own() {
        var own = new HashMap<SecretName, Shared>();
        for (var entry : here.list()) {
            here.read(entry.name())
                    .ifPresent(value -> own.put(entry.name(), new Shared(entry.name(), entry.setAt(), value)));
        }
        return own;
    }

    private static boolean isNewer(Shared one, @Nullable Shared other) {
        return other == null
                || (!one.value().equals(other.value()) && one.setAt().isAfter(other.setAt()));
    }
}
