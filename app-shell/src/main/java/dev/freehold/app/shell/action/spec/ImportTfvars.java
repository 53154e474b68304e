package dev.freehold.app.shell.action.spec;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.text.Page;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.document.Mistake;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.specfile.SpecReading;
import dev.freehold.ports.document.TofuSettings.Imported;
import dev.freehold.ports.document.TofuSettings.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;

/// `import tfvars FILE`: a spec made of OpenTofu's settings, and of each line what became of it.
final class ImportTfvars implements CommandAction {
    /// Settings that people write have a few kilobytes.
    private static final int MOST_BYTES = 1 << 20;

    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var from = Path.of(Objects.requireNonNull(invocation.operand(1)));
        var imported = imported(from);
        checkReadable(imported, from);
        var globals = invocation.globals();
        var to = globals.file() == null ? SpecSource.usualFile() : globals.file();
        if (invocation.has("--force")) {
            SpecFiles.overwrite(to, imported.spec());
        } else {
            SpecFiles.write(to, imported.spec());
        }
        Display.show(
                invocation,
                stage,
                json -> {
                    json.writeStartObject();
                    json.writeStringProperty("file", to.toString());
                    json.writeArrayPropertyStart("settings");
                    for (var remark : imported.remarks()) {
                        json.writeStartObject();
                        json.writeNumberProperty("line", remark.line());
                        json.writeStringProperty("variable", remark.variable());
                        json.writeBooleanProperty("taken", remark.taken());
                        json.writeStringProperty("words", remark.words());
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                },
                page -> show(page, imported, to));
        return ExitCode.DONE;
    }

    private static void show(Page page, Imported imported, Path to) {
        for (var remark : imported.remarks()) {
            page.point(
                    remark.taken() ? "+" : "-",
                    "line " + remark.line() + ": " + remark.variable() + (remark.taken() ? " -> " : ": ")
                            + remark.words());
        }
        page.prose("Wrote " + SpecSource.shortened(to)
                + ". Everything else has Freehold's default; look through it with " + NextCommand.plan() + ".");
    }

    private static Imported imported(Path from) {
        try (var in = Files.newInputStream(from)) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw unreadable(from + " is larger than 1 MiB. Is it the right file?");
            }
            var text = new String(bytes, StandardCharsets.UTF_8);
            return switch (SpecSource.tofu().read(text, DefaultSpec.threeNode().name())) {
                case Imported imported -> imported;
                case Unreadable(var words) -> throw unreadable(from + ", " + words + ". Nothing was written.");
            };
        } catch (NoSuchFileException missing) {
            throw unreadable("There is no file " + from + ".");
        } catch (IOException failure) {
            throw unreadable(from + ": " + failure.getMessage() + ".");
        }
    }

    private static CommandError unreadable(String sentence) {
        return CommandError.usage("The settings can't be read", sentence, null);
    }

    private static void checkReadable(Imported imported, Path from) {
        if (SpecSource.reading(imported.spec()) instanceof SpecReading.Faulty(var problems)) {
            var sentences = new ArrayList<String>();
            sentences.add("What " + from + " says is no platform that Freehold can plan. Nothing was written.");
            // Where it stands in what was written for them says nothing to whoever wrote the settings.
            problems.forEach(problem -> sentences.add(
                    new Mistake(from.toString(), imported.line(problem.path()), problem.path(), problem.message())
                            .words()));
            throw new CommandError(ExitCode.BAD_USAGE, "Bad settings", sentences, null);
        }
    }
}
