package dev.freehold.ports.secret;

import dev.freehold.domain.resource.Node;
import java.util.List;

/// Which values only a person has, of all that a platform is made of.
@FunctionalInterface
public interface NeededSecrets {

    /// What has to be in the vault before `node` can be made; nothing for most.
    List<NeededSecret> of(Node node);
}
