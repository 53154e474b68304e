package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.LocalDocuments;
import dev.freehold.adapters.sim.FaultList;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Nearest;
import dev.freehold.domain.document.Document;
import dev.freehold.ports.document.DocumentReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a `--faults` file: a YAML list of what is to go wrong. Everything that is wrong in it is reported at
/// once.
public final class FaultsFile {
    private static final List<String> KEYS = List.of("resource", "operation", "error", "times", "when");

    /// What a shell says of a process that `kill -9` ended.
    private static final int KILLED = 137;

    private final List<FaultList.Line> faults = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final String file;

    private FaultsFile(String file) {
        this.file = file;
    }

    /// The faults that it lists; a halt ends this process.
    ///
    /// @throws CommandError if it can't be read, with everything that is wrong in it
    static FaultList read(Path path) {
        return new FaultList(lines(path), () -> Runtime.getRuntime().halt(KILLED));
    }

    /// The lines of it, for as many lists as are needed.
    ///
    /// @throws CommandError if it can't be read, with everything that is wrong in it
    static List<FaultList.Line> lines(Path path) {
        var shown = SpecSource.shortened(path);
        var reading = new FaultsFile(shown.toString());
        switch (LocalDocuments.yaml(shown)) {
            case DocumentReading.Unparsed(var problem) -> reading.problems.add(problem.words());
            case DocumentReading.Parsed(var document) -> reading.list(document);
        }
        if (!reading.problems.isEmpty()) {
            throw new CommandError(ExitCode.BAD_USAGE, "Bad faults file", reading.problems, null);
        }
        return List.copyOf(reading.faults);
    }

    private void list(Document document) {
        switch (document) {
            case Document.Sequence list -> list.items().forEach(this::fault);
            // An empty file asks for no faults.
            case Document.Nothing _ -> {}
            case Document.Mapping _, Document.Scalar _ -> wrong(document.line(), "a list of faults is expected here");
        }
    }

    private void fault(Document item) {
        if (!(item instanceof Document.Mapping group)) {
            wrong(item.line(), "a fault is a group of keys: " + String.join(", ", KEYS));
            return;
        }
        int before = problems.size();
        var seen = new HashSet<String>();
        String resource = null;
        Optional<String> operation = Optional.empty();
        Optional<String> error = Optional.empty();
        int times = 1;
        var when = FaultList.BEFORE;
        int line = group.line();
        for (var entry : group.entries()) {
            if (!seen.add(entry.key())) {
                wrong(entry.line(), "the key " + entry.key() + " stands here twice");
            }
            var text = text(entry);
            switch (entry.key()) {
                case "resource" -> resource = text;
                case "operation" -> operation = among(entry, text, FaultList.operations());
                case "error" -> error = among(entry, text, FaultList.errors());
                case "times" -> times = times(entry, text);
                case "when" ->
                    when = among(entry, text, List.of(FaultList.BEFORE, FaultList.AFTER))
                            .orElse(FaultList.BEFORE);
                default -> unknown(entry);
            }
        }
        if (!seen.contains("resource")) {
            wrong(line, "a fault needs a resource, such as oci/instance/*");
        }
        if (!seen.contains("error")) {
            wrong(line, "a fault needs an error: " + String.join(", ", FaultList.errors()));
        }
        if (when.equals(FaultList.AFTER) && error.isPresent() && !error.get().equals(FaultList.HALT)) {
            wrong(line, "only a halt can come after the call");
        }
        if (problems.size() == before && resource != null && error.isPresent()) {
            faults.add(new FaultList.Line(resource, operation, error.get(), times, when));
        }
    }

    private @Nullable String text(Document.Entry entry) {
        if (entry.value() instanceof Document.Scalar word && !word.text().isEmpty()) {
            return word.text();
        }
        if (KEYS.contains(entry.key())) {
            wrong(entry.line(), entry.key() + " is " + entry.value().words() + " here; a word is expected");
        }
        return null;
    }

    private int times(Document.Entry entry, @Nullable String text) {
        try {
            int times = text == null ? 1 : Integer.parseInt(text);
            if (times >= 1) {
                return times;
            }
        } catch (NumberFormatException no) {
            // said below, as for a number that is too small
        }
        wrong(entry.line(), "times is '" + text + "'; a whole number from 1 is expected");
        return 1;
    }

    private void unknown(Document.Entry entry) {
        var nearest = Nearest.to(entry.key(), KEYS);
        wrong(
                entry.line(),
                "there is no key '" + entry.key() + "'; "
                        + (nearest == null
                                ? "the keys are " + String.join(", ", KEYS)
                                : "did you mean " + nearest + "?"));
    }

    /// The word, if it is one of those.
    private Optional<String> among(Document.Entry entry, @Nullable String text, List<String> allowed) {
        if (text == null || allowed.contains(text)) {
            return Optional.ofNullable(text);
        }
        wrong(entry.line(), entry.key() + " is '" + text + "'; it can be " + String.join(", ", allowed));
        return Optional.empty();
    }

    private void wrong(int line, String words) {
        problems.add(file + ':' + line + ": " + words + (words.endsWith("?") ? "" : "."));
    }
}
