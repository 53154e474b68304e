package dev.freehold.engine.state;

import dev.freehold.domain.address.HeldAddresses;
import dev.freehold.domain.journal.DamagedJournal;
import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.resource.ImageResource.PrebuiltImage;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.PerLayer;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.state.Journals;
import dev.freehold.ports.state.LayerStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// The states of every layer of a target, folded from their journals.
public record LayerStates(PerLayer<LayerState> byLayer) {

    public static LayerStates read(Journals journals) {
        return of(layer -> folded(journals, layer));
    }

    /// The same, quicker: starts from what was published and folds only what came after it.
    public static LayerStates read(Journals journals, LayerStore published) {
        return of(layer -> {
            var newest = published.read(layer);
            try {
                return newest.after(journals.of(layer).entriesAfter(newest.version()));
            } catch (DamagedJournal mismatch) {
                // What was published doesn't go with the journal, which is the truth; its own damage shows now.
                return folded(journals, layer);
            }
        });
    }

    private static LayerState folded(Journals journals, Layer layer) {
        return LayerState.empty(layer).after(journals.of(layer).entries());
    }

    public static LayerStates of(Function<Layer, LayerState> state) {
        return new LayerStates(PerLayer.of(state));
    }

    public LayerState of(Layer layer) {
        return byLayer.of(layer);
    }

    /// What is known of every node of every layer, in the layers' order.
    public Map<ResourceId, Standing> standing() {
        var standing = new LinkedHashMap<ResourceId, Standing>();
        byLayer.values().forEach(state -> standing.putAll(state.nodes()));
        return standing;
    }

    /// The addresses that what stands has.
    public HeldAddresses heldAddresses() {
        return HeldAddresses.of(standing().values().stream().map(Standing::node).toList());
    }

    /// Was the images layer deployed with prebuilt images, without the spec naming them? Then every plan goes
    /// on with them, until the layer is destroyed.
    public boolean holdPrebuiltImages() {
        return holdsPrebuiltImages(of(Layer.IMAGES));
    }

    public static boolean holdsPrebuiltImages(LayerState images) {
        return images.nodes().values().stream()
                .anyMatch(standing -> standing.node() instanceof PrebuiltImage image && image.isUsual());
    }
}
