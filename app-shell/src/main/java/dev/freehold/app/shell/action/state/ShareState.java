package dev.freehold.app.shell.action.state;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.WriteRight;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.text.Page;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.app.shell.wiring.Targets;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.engine.share.SharedLayers;
import dev.freehold.engine.share.SharedLayers.Exchange.Done;
import dev.freehold.engine.share.SharedLayers.Exchange.Waiting;
import dev.freehold.engine.share.SharedRecord.Moved;
import dev.freehold.ports.state.LayerStore.Holder;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/// `state push` and `state pull`: between this computer and the bucket that the spec names.
final class ShareState {
    private ShareState() {}

    static ExitCode push(Invocation invocation, Stage stage) {
        return share(Direction.PUSH, invocation, stage);
    }

    static ExitCode pull(Invocation invocation, Stage stage) {
        return share(Direction.PULL, invocation, stage);
    }

    private enum Direction {
        PUSH("shared", "Nothing to share."),
        PULL("fetched", "Nothing to fetch.");

        private final String done;
        private final String nothing;

        Direction(String done, String nothing) {
            this.done = done;
            this.nothing = nothing;
        }
    }

    private static ExitCode share(Direction direction, Invocation invocation, Stage stage) {
        var source = SpecSource.read(invocation.globals());
        try (var target = Display.open(invocation, source, stage)) {
            if (!(target.engine().layers() instanceof SharedLayers layers)) {
                throw notShared(invocation.globals().target());
            }
            var holder = Targets.holder(invocation.words());
            var answer = switch (direction) {
                case PUSH -> layers.push(holder);
                case PULL -> layers.pull(holder);
            };
            return switch (answer) {
                case Done done -> shown(done, direction, invocation, stage);
                case Waiting(var other) -> throw WriteRight.somebodyIsAtWork(other);
            };
        }
    }

    private static CommandError notShared(Globals.Target target) {
        return CommandError.usage(
                "The state is not shared",
                switch (target) {
                    case SIM ->
                        "What --target sim simulates is this computer's own. Name the target that is"
                                + " shared: --target live, or lab.";
                    case LAB, LIVE ->
                        "The spec keeps it on this computer alone. With"
                                + " 'state: {backend: oci, bucket: NAME}' in it, it is shared in that bucket.";
                },
                null);
    }

    /// Frees a shared state, where this one is shared.
    ///
    /// @return who had it; empty if nobody had
    static Optional<Holder> unlock(Invocation invocation, Stage stage) {
        var source = SpecSource.read(invocation.globals());
        try (var target = Display.open(invocation, source, stage)) {
            return target.engine().layers() instanceof SharedLayers layers
                    ? layers.sharedLock().breakOff()
                    : Optional.empty();
        }
    }

    private static ExitCode shown(Done done, Direction direction, Invocation invocation, Stage stage) {
        Display.show(invocation, stage, json -> write(json, done), page -> write(page, done, direction));
        return ExitCode.DONE;
    }

    private static void write(JsonGenerator json, Done done) {
        json.writeStartObject();
        json.writeArrayPropertyStart("layers");
        for (var layer : Layer.ALL) {
            var moved = done.layers().getOrDefault(layer, new Moved(0, 0));
            json.writeStartObject();
            json.writeStringProperty("layer", layer.word());
            json.writeNumberProperty("version", moved.version());
            json.writeNumberProperty("entries", moved.moved());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("secrets");
        done.secrets().forEach(name -> json.writeString(name.text()));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Page page, Done done, Direction direction) {
        long entries = done.layers().values().stream().mapToLong(Moved::moved).sum();
        for (Map.Entry<Layer, Moved> layer : done.layers().entrySet()) {
            if (layer.getValue().moved() > 0) {
                page.line(layer.getKey().word() + ": " + layer.getValue().moved() + " entries "
                        + direction.done + ", now version "
                        + layer.getValue().version() + ".");
            }
        }
        if (!done.secrets().isEmpty()) {
            page.line("Secrets " + direction.done + ": "
                    + String.join(
                            ", ", done.secrets().stream().map(SecretName::text).toList())
                    + ".");
        }
        if (entries == 0 && done.secrets().isEmpty()) {
            page.line(direction.nothing);
        }
    }
}
