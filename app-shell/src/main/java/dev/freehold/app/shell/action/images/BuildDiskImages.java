package dev.freehold.app.shell.action.images;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.Preconditions;
import dev.freehold.app.shell.action.WatchedRun;
import dev.freehold.app.shell.action.WriteRight;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.ImagesJson;
import dev.freehold.app.shell.screen.Interrupts;
import dev.freehold.app.shell.text.ImagesText;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.app.shell.wiring.TargetSession;
import dev.freehold.domain.blueprint.FilesToBuild;
import dev.freehold.domain.blueprint.ImageFiles;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.resource.ImageResource.Architecture;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.spec.ImagesSpec;
import dev.freehold.domain.spec.Spec;
import dev.freehold.engine.caller.StopSign;
import dev.freehold.engine.image.BuildImages;
import dev.freehold.engine.image.BuildImages.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `images build`: disk images on this computer, before anything is deployed.
final class BuildDiskImages implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var source = SpecSource.read(invocation.globals());
        var images = wanted(invocation, source.spec().images());
        var files = files(invocation, source.spec(), images);
        Preconditions.checkSources(invocation.globals().target(), files);
        var running = new WatchedRun(invocation, stage);
        try (var target = Display.open(invocation, source, stage)) {
            var stop = new StopSign();
            Outcome outcome;
            try (var _ = Interrupts.calling(stop::raise)) {
                outcome = new BuildImages(target.engine(), stop)
                        .build(
                                ImageFiles.of(images, Architecture.ARM64).pipeline(),
                                files,
                                running.by(),
                                (image, words) -> progress(stage, image, words));
            }
            return shown(outcome, target, invocation, stage);
        }
    }

    private static void progress(Stage stage, ResourceId image, String words) {
        var err = stage.screen().err();
        err.println(image.name() + ": " + words);
        err.flush();
    }

    private static ExitCode shown(Outcome outcome, TargetSession target, Invocation invocation, Stage stage) {
        return switch (outcome) {
            case Outcome.Built(var names) -> {
                var built = target.images().images().stream()
                        .filter(image -> names.contains(image.name()))
                        .toList();
                Display.show(
                        invocation, stage, json -> ImagesJson.list(json, built), page -> ImagesText.list(page, built));
                yield ExitCode.DONE;
            }
            case Outcome.NotBuilt(var image, var words) ->
                throw new CommandError(ExitCode.FAILED, image.name() + " was not built", List.of(words), null);
            case Outcome.HeldBy(var holder) -> throw WriteRight.somebodyIsAtWork(holder);
            case Outcome.Stopped() ->
                throw new CommandError(
                        ExitCode.INTERRUPTED,
                        "Interrupted",
                        List.of("The builder was ended, and nothing of it was kept. What was built before it stays."),
                        null);
        };
    }

    /// The spec's settings, with what the options say instead.
    private static ImagesSpec wanted(Invocation invocation, ImagesSpec spec) {
        var builder = invocation.value("--builder");
        var sources = new TreeMap<>(spec.sources());
        for (var part : parts(invocation.value("--without"))) {
            sources.put(part, "none");
        }
        return new ImagesSpec(
                builder == null ? spec.builder() : ImagesSpec.Builder.valueOf(builder.toUpperCase(Locale.ROOT)),
                null,
                null,
                sources);
    }

    private static List<String> parts(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        var parts = List.of(text.split(",", -1));
        for (var part : parts) {
            if (!ImagesSpec.PARTS.contains(part)) {
                throw CommandError.usage(
                        "Unknown part",
                        "There is no part '" + part + "' to leave out; there are " + String.join(", ", ImagesSpec.PARTS)
                                + ".",
                        null);
            }
        }
        return parts;
    }

    private static List<ImageBuild> files(Invocation invocation, Spec spec, ImagesSpec images) {
        var image = invocation.operand(0);
        var arch = invocation.value("--arch");
        var architecture = arch == null ? null : Architecture.valueOf(arch.toUpperCase(Locale.ROOT));
        var files = new FilesToBuild(image, architecture).of(spec, images);
        if (files.isEmpty()) {
            throw CommandError.usage(
                    "Nothing to build",
                    "The platform needs no " + (image == null ? "image" : image + " image") + " for "
                            + (arch == null ? "any architecture" : arch) + ". Name one to build it anyway:",
                    NextCommand.buildBaseImage(arch == null ? "arm64" : arch));
        }
        return files;
    }
}
