package dev.freehold.app.shell.action.images;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.ProgramVersion;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.ImagesJson;
import dev.freehold.app.shell.json.JsonPage;
import dev.freehold.app.shell.text.ImagesText;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.image.BuiltImage;
import dev.freehold.domain.image.HardeningPoint;
import dev.freehold.ports.image.ImageShelf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `images list`, `images sbom` and `images harden-check`: what is known of the images that were built.
final class ShowImages implements CommandAction {
    private interface Look {
        ExitCode at(ImageShelf shelf, Invocation invocation, Stage stage);
    }

    private final Look look;

    private ShowImages(Look look) {
        this.look = look;
    }

    static ShowImages listed() {
        return new ShowImages(ShowImages::list);
    }

    static ShowImages byContents() {
        return new ShowImages(ShowImages::contents);
    }

    static ShowImages byHardening() {
        return new ShowImages(ShowImages::hardening);
    }

    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var source = SpecSource.read(invocation.globals());
        try (var target = Display.open(invocation, source, stage)) {
            return look.at(target.images(), invocation, stage);
        }
    }

    private static ExitCode list(ImageShelf shelf, Invocation invocation, Stage stage) {
        var images = shelf.images();
        Display.show(invocation, stage, json -> ImagesJson.list(json, images), page -> ImagesText.list(page, images));
        return ExitCode.DONE;
    }

    /// A document for programs, whatever the output's format.
    private static ExitCode contents(ImageShelf shelf, Invocation invocation, Stage stage) {
        var images = named(shelf, invocation);
        if (images.size() > 1) {
            throw CommandError.usage(
                    "Which image?",
                    "A document describes one image, and there are " + String.join(", ", names(images)) + ".",
                    NextCommand.contentsOfImage(images.getFirst().name()));
        }
        JsonPage.print(stage.screen(), json -> ImagesJson.contents(json, images.getFirst(), ProgramVersion.NUMBER));
        return ExitCode.DONE;
    }

    private static ExitCode hardening(ImageShelf shelf, Invocation invocation, Stage stage) {
        var points = new LinkedHashMap<BuiltImage, List<HardeningPoint>>();
        for (var image : named(shelf, invocation)) {
            var all = new ArrayList<HardeningPoint>();
            // What was checked when it was built holds for those bytes alone.
            boolean intact = shelf.isIntact(image);
            all.add(new HardeningPoint(
                    "file-sha256",
                    intact,
                    image.disk().sha256(),
                    intact ? image.disk().sha256() : "another"));
            all.addAll(image.contents().hardening());
            points.put(image, all);
        }
        Display.show(
                invocation,
                stage,
                json -> ImagesJson.hardening(json, points),
                page -> ImagesText.hardening(page, points));
        return hold(points) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static boolean hold(Map<BuiltImage, List<HardeningPoint>> points) {
        return points.values().stream().allMatch(all -> all.stream().allMatch(HardeningPoint::holds));
    }

    private static List<BuiltImage> named(ImageShelf shelf, Invocation invocation) {
        var images = shelf.images();
        if (images.isEmpty()) {
            throw new CommandError(
                    ExitCode.FAILED,
                    "No image was built",
                    List.of("There is none for the target "
                            + invocation.globals().target().word() + " in this home. To build them:"),
                    NextCommand.buildImages());
        }
        var name = invocation.operand(0);
        if (name == null) {
            return images;
        }
        var found = images.stream()
                .filter(image -> image.name().equals(name) || image.image().equals(name))
                .toList();
        if (found.isEmpty()) {
            throw CommandError.usage(
                    "No such image",
                    "There is no image '" + name + "'; there are " + String.join(", ", names(images)) + ".",
                    null);
        }
        return found;
    }

    private static List<String> names(List<BuiltImage> images) {
        return images.stream().map(BuiltImage::name).toList();
    }
}
