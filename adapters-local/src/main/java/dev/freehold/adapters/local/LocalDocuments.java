package dev.freehold.adapters.local;

import dev.freehold.adapters.local.spec.SpecFile;
import dev.freehold.adapters.local.spec.YamlDocument;
import dev.freehold.adapters.local.spec.YamlFile;
import dev.freehold.adapters.local.tfvars.TfvarsSettings;
import dev.freehold.domain.address.HeldAddresses;
import dev.freehold.domain.specfile.SpecReading;
import dev.freehold.ports.document.DocumentReading;
import dev.freehold.ports.document.TofuSettings;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Reads the documents that people write: specs and other YAML, and OpenTofu's settings.
public final class LocalDocuments {
    private LocalDocuments() {}

    /// Reads a spec; never throws. Problems name the file as `path` does.
    public static SpecReading spec(Path path) {
        return SpecFile.read(path);
    }

    /// The same, where something may stand already.
    ///
    /// @param held the addresses that it has; asked for where the file leaves one to be chosen
    public static SpecReading spec(Path path, Supplier<HeldAddresses> held) {
        return SpecFile.read(path, held);
    }

    /// Reads a YAML file; never throws. A problem names the file as `path` does.
    public static DocumentReading yaml(Path path) {
        return YamlFile.read(path);
    }

    /// Parses YAML; never throws. The problem names no file.
    public static DocumentReading yaml(String text) {
        return YamlDocument.parse(text);
    }

    public static TofuSettings tofu() {
        return new TfvarsSettings();
    }
}
