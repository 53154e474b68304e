package dev.freehold.adapters.local.spec;

import dev.freehold.domain.document.Mistake;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.ports.document.DocumentReading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A YAML file of a size that a person, or a program for ten thousand hosts, writes.
public final class YamlFile {
    /// 10,000 nodes with every key written are about 2.3 MiB.
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private YamlFile() {}

    /// Reads and parses; never throws. A problem names the file as `path` does.
    public static DocumentReading read(Path path) {
        if (Files.isDirectory(path)) {
            return unparsed(path, "is a folder; name a YAML file, for example " + path.resolve("freehold.yaml"));
        }
        byte[] bytes;
        try (InputStream file = Files.newInputStream(path)) {
            bytes = file.readNBytes(MOST_BYTES + 1);
        } catch (NoSuchFileException _) {
            return unparsed(
                    path,
                    "there is no such file; write one with " + NextCommand.init() + ", or name another with --file");
        } catch (AccessDeniedException _) {
            return unparsed(path, "may not be read by this user; change its permissions, or name another file");
        } catch (IOException fault) {
            return unparsed(path, "can't be read: " + fault.getMessage());
        }
        if (bytes.length > MOST_BYTES) {
            return unparsed(path, "is larger than 4 MiB, the most that is read; is it the right file?");
        }
        var reading = YamlDocument.parse(bytes);
        return reading instanceof DocumentReading.Unparsed(var problem)
                ? new DocumentReading.Unparsed(problem.inFile(path.toString()))
                : reading;
    }

    private static DocumentReading unparsed(Path path, String message) {
        return new DocumentReading.Unparsed(Mistake.at(0, "", message).inFile(path.toString()));
    }
}
