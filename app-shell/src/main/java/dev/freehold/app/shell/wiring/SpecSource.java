package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.LocalDocuments;
import dev.freehold.adapters.local.LocalHome;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.domain.allowance.Allowance;
import dev.freehold.domain.allowance.Allowances;
import dev.freehold.domain.document.Mistake;
import dev.freehold.domain.preflight.Exposure;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.specfile.SpecReader;
import dev.freehold.domain.specfile.SpecReading;
import dev.freehold.domain.specfile.SpecText;
import dev.freehold.ports.document.DocumentReading;
import dev.freehold.ports.document.TofuSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The spec that a command works on.
///
/// @param file absent for the built-in default platform
public record SpecSource(Spec spec, @Nullable Path file) {
    private static final String USUAL_NAME = "freehold.yaml";

    /// @throws CommandError if the spec can't be read, with everything that is wrong in it
    public static SpecSource read(Globals globals) {
        var file = file(globals);
        if (file == null) {
            return new SpecSource(DefaultSpec.threeNode(), null);
        }
        return switch (LocalDocuments.spec(shortened(file), () -> HeldByHome.addresses(globals))) {
            case SpecReading.Sound(var spec) -> new SpecSource(spec, file);
            case SpecReading.Faulty(var problems) ->
                throw new CommandError(
                        ExitCode.BAD_USAGE,
                        "Bad spec",
                        problems.stream().map(Mistake::words).toList(),
                        null);
        };
    }

    /// The same, for a command that makes what the spec says where `globals` points.
    ///
    /// @throws CommandError if it may not be made there, besides
    public static SpecSource toMake(Globals globals) {
        var source = read(globals);
        var mistake =
                globals.target() == Globals.Target.LIVE ? Exposure.mistake(source.spec()) : Optional.<Mistake>empty();
        if (mistake.isPresent()) {
            var file = source.file();
            var named = file == null
                    ? mistake.get()
                    : mistake.get().inFile(shortened(file).toString());
            throw new CommandError(ExitCode.BAD_USAGE, "Bad spec", List.of(named.words() + "."), null);
        }
        return source;
    }

    /// The file that a command reads, whether or not it is there; absent for the default platform.
    public static @Nullable Path file(Globals globals) {
        if (globals.file() != null) {
            return globals.file();
        }
        var usual = usualFile();
        return Files.exists(usual) ? usual : null;
    }

    /// Where a spec is looked for, and written by `init`.
    public static Path usualFile() {
        return Path.of(USUAL_NAME).toAbsolutePath();
    }

    /// Where everything is kept: beside the spec, or where the spec would be.
    static LocalHome home(Globals globals) {
        if (globals.home() != null) {
            return LocalHome.at(globals.home(), Lasting.home());
        }
        var file = globals.file();
        return LocalHome.beside(file == null ? usualFile() : file, Lasting.home());
    }

    /// As a person would write it: from the current folder where it lies below that.
    public static Path shortened(Path file) {
        var here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file) : file;
    }

    public Allowance allowance() {
        return Allowances.byId(spec.account().allowance())
                .orElseThrow(() -> new CommandError(
                        ExitCode.BAD_USAGE,
                        "Bad spec",
                        List.of("There is no allowance '" + spec.account().allowance() + "'; there are "
                                + String.join(", ", Allowances.ids()) + "."),
                        null));
    }

    /// The spec as a file would say it, complete: so that it stays what it is when a default changes.
    public String text() {
        return SpecText.of(spec);
    }

    /// What a text says that may be a spec's; never throws. Problems name no file.
    public static SpecReading reading(String text) {
        return switch (LocalDocuments.yaml(text)) {
            case DocumentReading.Unparsed(var problem) -> new SpecReading.Faulty(List.of(problem));
            case DocumentReading.Parsed(var document) -> SpecReader.read(document);
        };
    }

    /// The spec that a text says which was kept.
    public static Spec parse(String text) {
        return switch (reading(text)) {
            case SpecReading.Sound(var spec) -> spec;
            case SpecReading.Faulty(var problems) ->
                throw new CommandError(
                        ExitCode.FAILED,
                        "A kept spec can't be read",
                        problems.stream().map(Mistake::words).toList(),
                        null);
        };
    }

    /// Specs in OpenTofu's words.
    public static TofuSettings tofu() {
        return LocalDocuments.tofu();
    }

    /// For a person: the platform's name and where it is written.
    public String words() {
        return spec.name() + " (" + (file == null ? "the built-in default platform" : shortened(file)) + ")";
    }
}
