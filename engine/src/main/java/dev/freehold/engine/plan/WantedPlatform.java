package dev.freehold.engine.plan;

import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.plan.Protection;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.spec.Spec;
import dev.freehold.engine.state.LayerStates;
import java.util.List;
import java.util.Set;

/// The platform that the user wants.
///
/// @param specText the text that `spec` was read from; kept with rollback points
/// @param images where its images come from
/// @param protection what may not go for it
public record WantedPlatform(Spec spec, String specText, ImageSupply images, Protection protection) {

    /// One for which nothing protected may go.
    public WantedPlatform(Spec spec, String specText, ImageSupply images) {
        this(spec, specText, images, Protection.of(spec, List.of()));
    }

    /// What is meant by it, as far as `layers` need, where the layers are as in `states`.
    public Blueprint blueprint(LayerStates states, Set<Layer> layers) {
        return Blueprint.draw(
                spec, states.holdPrebuiltImages() ? ImageSupply.PREBUILT : images, layers, states.heldAddresses());
    }
}
