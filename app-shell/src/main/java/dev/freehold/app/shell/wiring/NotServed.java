package dev.freehold.app.shell.wiring;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.resource.Node;
import dev.freehold.ports.Context;
import dev.freehold.ports.GateKeeper;
import dev.freehold.ports.ImageBuilder;
import dev.freehold.ports.Observed;
import java.util.Optional;

/// What a real target has no adapter for yet. Commands that would need it are refused before anything is done,
/// so that whoever comes here has found a bug.
final class NotServed implements GateKeeper, ImageBuilder {
    static final NotServed HERE = new NotServed();

    private NotServed() {}

    @Override
    public GateKeeper.Answer await(Gate gate, Context context) {
        throw none(gate);
    }

    /// Nothing was ever built.
    @Override
    public Optional<Observed> find(ImageBuild image, Context context) {
        return Optional.empty();
    }

    @Override
    public ImageBuilder.Answer build(ImageBuild image, Token token, Context context) {
        throw none(image);
    }

    @Override
    public ImageBuilder.Answer update(ImageBuild before, ImageBuild wanted, Token token, Context context) {
        throw none(wanted);
    }

    @Override
    public void remove(ImageBuild image, Context context) {
        throw none(image);
    }

    private static IllegalStateException none(Node node) {
        return new IllegalStateException(node.id() + " can't be made on this target yet");
    }
}
