package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.LocalDocuments;
import dev.freehold.adapters.sim.call.Act;
import dev.freehold.adapters.sim.fault.Fault.Mishap;
import dev.freehold.adapters.sim.fault.Fault.When;
import dev.freehold.adapters.sim.fault.Fault;
import dev.freehold.adapters.sim.fault.Glob;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Nearest;
import dev.freehold.app.shell.command.Problem;
import dev.freehold.domain.document.Document;
import dev.freehold.ports.document.DocumentReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a `--faults` file: a YAML list of what is to go wrong. Everything that is wrong in it is reported at
/// once.
public final class FaultsFile {
    private static final List<String> KEYS = List.of("resource", "operation", "error", "times", "when");

    private final List<Fault> faults = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final String file;

    private FaultsFile(String file) {
        this.file = file;
    }

    /// @throws Problem if it can't be read, with everything that is wrong in it
    public static List<Fault> read(Path path) {
        var shown = SpecSource.shortened(path);
        var reading = new FaultsFile(shown.toString());
        switch (LocalDocuments.yaml(shown)) {
            case DocumentReading.Unparsed(var problem) -> reading.problems.add(problem.words());
            case DocumentReading.Parsed(var document) -> reading.list(document);
        }
        if (!reading.problems.isEmpty()) {
            throw new Problem(ExitCode.BAD_USAGE, "Bad faults file", reading.problems, null);
        }
        return reading.faults;
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
        Optional<Act> act = Optional.empty();
        Mishap mishap = null;
        int times = 1;
        var when = When.BEFORE;
        int line = group.line();
        for (var entry : group.entries()) {
            if (!seen.add(entry.key())) {
                wrong(entry.line(), "the key " + entry.key() + " stands here twice");
            }
            var text = text(entry);
            switch (entry.key()) {
                case "resource" -> resource = text;
                case "operation" -> act = operation(entry, text);
                case "error" -> mishap = error(entry, text);
                case "times" -> times = times(entry, text);
                case "when" -> when = when(entry, text);
                default -> unknown(entry);
            }
        }
        if (!seen.contains("resource")) {
            wrong(line, "a fault needs a resource, such as oci/instance/*");
        }
        if (!seen.contains("error")) {
            wrong(line, "a fault needs an error: " + String.join(", ", mishaps()));
        }
        if (when == When.AFTER && mishap != null && mishap != Mishap.HALT) {
            wrong(line, "only a halt can come after the call");
        }
        if (problems.size() == before && resource != null && mishap != null) {
            faults.add(new Fault(Glob.of(resource), act, mishap, times, when));
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

    private Optional<Act> operation(Document.Entry entry, @Nullable String text) {
        for (var act : Act.values()) {
            if (act.word().equals(text)) {
                return Optional.of(act);
            }
        }
        among(entry, text, Arrays.stream(Act.values()).map(Act::word).toList());
        return Optional.empty();
    }

    private @Nullable Mishap error(Document.Entry entry, @Nullable String text) {
        var mishap = text == null ? Optional.<Mishap>empty() : Mishap.ofWord(text);
        if (mishap.isEmpty()) {
            among(entry, text, mishaps());
        }
        return mishap.orElse(null);
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

    private When when(Document.Entry entry, @Nullable String text) {
        if ("after".equals(text)) {
            return When.AFTER;
        }
        if (!"before".equals(text)) {
            among(entry, text, List.of("before", "after"));
        }
        return When.BEFORE;
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

    private void among(Document.Entry entry, @Nullable String text, List<String> allowed) {
        if (text != null) {
            wrong(entry.line(), entry.key() + " is '" + text + "'; it can be " + String.join(", ", allowed));
        }
    }

    private static List<String> mishaps() {
        return Arrays.stream(Mishap.values()).map(Mishap::word).toList();
    }

    private void wrong(int line, String words) {
        problems.add(file + ':' + line + ": " + words + (words.endsWith("?") ? "" : "."));
    }
}
