package dev.freehold.adapters.local.fetch;

import dev.freehold.ports.file.Disk;
import dev.freehold.ports.file.FileReplacement;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What each artifact was when it first came: a line `SHA256  URL` in a file of its name. Kept apart from the
/// artifacts, so that a cache may be emptied without forgetting.
final class Pins {
    private final Path folder;
    private final Disk disk;

    Pins(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /// The digest that counts for what `name` has at `source`; empty if it never came.
    Optional<String> of(String name, URI source) throws IOException {
        var file = folder.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var words = Files.readString(file).strip().split("\\s+", 2);
        boolean isOfThisSource = words.length == 2 && words[1].equals(source.toString());
        return isOfThisSource ? Optional.of(words[0]) : Optional.empty();
    }

    void pin(String name, URI source, String sha256) throws IOException {
        var line = sha256 + "  " + source + '\n';
        FileReplacement.write(folder, name, line.getBytes(StandardCharsets.UTF_8), disk);
    }

    Path file(String name) {
        return folder.resolve(name);
    }
}
