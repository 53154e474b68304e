package dev.freehold.app.shell.action.setup;

import dev.freehold.app.shell.wiring.TargetSecrets;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.SetupPart;
import dev.freehold.domain.spec.Spec;
import dev.freehold.ports.secret.NeededSecret;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which secrets setup is made of that only a person has: the tailnet's, and those of the apps.
final class SetupSecrets {
    private SetupSecrets() {}

    /// @param part the part of setup that is made; all of it where empty
    static List<NeededSecret> of(Spec spec, Optional<SetupPart> part) {
        return Blueprint.draw(spec, ImageSupply.AS_IN_SPEC, Set.of(Layer.SETUP)).nodes(Layer.SETUP).stream()
                .filter(node -> part.isEmpty() || part.get().holds(node))
                .flatMap(node -> TargetSecrets.needed().of(node).stream())
                .toList();
    }
}
