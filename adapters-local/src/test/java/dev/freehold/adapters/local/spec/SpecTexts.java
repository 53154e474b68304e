package dev.freehold.adapters.local.spec;

import dev.freehold.domain.document.Mistake;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.specfile.SpecReader;
import dev.freehold.domain.specfile.SpecReading;
import dev.freehold.ports.document.DocumentReading;
import java.util.List;

/// Reads specs from texts, as tests want it.
final class SpecTexts {
    private SpecTexts() {}

    static SpecReading read(String text) {
        return switch (YamlDocument.parse(text)) {
            case DocumentReading.Parsed(var document) -> SpecReader.read(document);
            case DocumentReading.Unparsed(var problem) -> new SpecReading.Faulty(List.of(problem));
        };
    }

    static Spec sound(String text) {
        return switch (read(text)) {
            case SpecReading.Sound(var spec) -> spec;
            case SpecReading.Faulty(var problems) ->
                throw new AssertionError(problems.stream().map(Mistake::words).toList());
        };
    }

    static List<Mistake> problems(String text) {
        return switch (read(text)) {
            case SpecReading.Sound(var spec) -> throw new AssertionError("nothing is wrong in " + spec);
            case SpecReading.Faulty(var problems) -> problems;
        };
    }
}
