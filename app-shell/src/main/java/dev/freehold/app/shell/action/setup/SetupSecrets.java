package dev.freehold.app.shell.action.setup;

import dev.freehold.adapters.local.flux.NeededSecret;
import dev.freehold.adapters.local.tailscale.Tailscale;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.SetupPart;
import dev.freehold.domain.resource.SetupResource.EncryptedSecret;
import dev.freehold.domain.resource.SetupResource.TailnetCredential;
import dev.freehold.domain.spec.Spec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which secrets setup is made of that only a person has: the tailnet's, and those of the apps.
final class SetupSecrets {
    private static final NeededSecret TAILNET = new NeededSecret(
            Tailscale.CLIENT_SECRET,
            "The secret of your tailnet's OAuth client (admin console, scopes auth_keys and devices:core, tag"
                    + " tag:freehold)",
            "tskey-client-");

    private SetupSecrets() {}

    /// @param part the part of setup that is made; all of it where empty
    static List<NeededSecret> of(Spec spec, Optional<SetupPart> part) {
        return Blueprint.draw(spec, false, Set.of(Layer.SETUP)).nodes(Layer.SETUP).stream()
                .filter(node -> part.isEmpty() || part.get().holds(node))
                .flatMap(node -> switch (node) {
                    case TailnetCredential _ -> Stream.of(TAILNET);
                    case EncryptedSecret secret -> NeededSecret.of(secret).stream();
                    default -> Stream.empty();
                })
                .toList();
    }
}
