package dev.freehold.adapters.local.spec;

import dev.freehold.domain.specfile.SpecReader;
import dev.freehold.domain.specfile.SpecReading;
import java.nio.file.Path;
import java.util.List;

/// A spec in a YAML file.
public final class SpecFile {
    private SpecFile() {}

    /// Reads the spec; never throws. Problems name the file as `path` does.
    public static SpecReading read(Path path) {
        return switch (YamlFile.read(path)) {
            case YamlReading.Parsed(var document) -> named(SpecReader.read(document), path);
            case YamlReading.Unparsed(var problem) -> new SpecReading.Faulty(List.of(problem));
        };
    }

    private static SpecReading named(SpecReading reading, Path path) {
        return switch (reading) {
            case SpecReading.Sound sound -> sound;
            case SpecReading.Faulty(var problems) ->
                new SpecReading.Faulty(problems.stream()
                        .map(problem -> problem.inFile(path.toString()))
                        .toList());
        };
    }
}
