package dev.freehold.adapters.local.spec;

import dev.freehold.domain.address.HeldAddresses;
import dev.freehold.domain.specfile.SpecReader;
import dev.freehold.domain.specfile.SpecReading;
import dev.freehold.ports.document.DocumentReading;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// A spec in a YAML file.
public final class SpecFile {
    private SpecFile() {}

    /// Reads the spec; never throws. Problems name the file as `path` does.
    public static SpecReading read(Path path) {
        return read(path, () -> HeldAddresses.NONE);
    }

    /// The same, where something may stand already.
    ///
    /// @param held the addresses that what stands has; asked for where the file leaves one to be chosen
    public static SpecReading read(Path path, Supplier<HeldAddresses> held) {
        // No switches over types: each makes a class at run time, and a cold start waits for it.
        var yaml = YamlFile.read(path);
        if (!(yaml instanceof DocumentReading.Parsed(var document))) {
            return new SpecReading.Faulty(List.of(((DocumentReading.Unparsed) yaml).problem()));
        }
        var reading = SpecReader.read(document, held);
        return reading instanceof SpecReading.Faulty(var problems)
                ? new SpecReading.Faulty(problems.stream()
                        .map(problem -> problem.inFile(path.toString()))
                        .toList())
                : reading;
    }
}
