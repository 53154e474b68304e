package dev.freehold.adapters.oci.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sections of an OCI configuration file, each key with the line it stands on. What `[DEFAULT]` says holds
/// for every profile that does not say otherwise, as Oracle's clients have it.
public final class ConfigurationFile {
    public static final String DEFAULT = "DEFAULT";

    /// @param line counted from 1
    record Entry(String value, int line) {
        /// It may be a passphrase.
        @Override
        public String toString() {
            return "line " + line;
        }
    }

    private final Path file;
    private final Map<String, Map<String, Entry>> sections = new LinkedHashMap<>();

    private ConfigurationFile(Path file) {
        this.file = file;
    }

    public static ConfigurationFile read(Path file) {
        var read = new ConfigurationFile(file);
        try {
            read.parse(Files.readAllLines(file));
        } catch (NoSuchFileException missing) {
            throw new UnusableProfile("There is no OCI configuration file " + file
                    + ". Write one (Oracle's `oci setup config` does), or name another.");
        } catch (IOException unreadable) {
            throw new UnusableProfile("The OCI configuration file " + file + " can't be read ("
                    + unreadable.getMessage() + "). Give yourself the right to read it.");
        }
        return read;
    }

    private void parse(List<String> lines) {
        Map<String, Entry> section = null;
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at).strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                section = sections.computeIfAbsent(
                        line.substring(1, line.length() - 1).strip(), _ -> new LinkedHashMap<>());
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 1 || section == null) {
                // The line itself is not shown: it may be a key that was pasted here.
                throw new UnusableProfile(file + ", line " + (at + 1)
                        + ": neither a [profile] nor a key = value inside one. Correct the line or remove it.");
            }
            section.put(
                    line.substring(0, equals).strip(),
                    new Entry(line.substring(equals + 1).strip(), at + 1));
        }
    }

    public boolean has(String name) {
        return sections.containsKey(name);
    }

    /// What every profile inherits that says nothing else.
    public Map<String, Entry> defaults() {
        return sections.getOrDefault(DEFAULT, Map.of());
    }

    Profile profile(String name) {
        var own = sections.get(name);
        if (own == null) {
            var known = sections.isEmpty() ? "it has none" : "it has " + String.join(", ", sections.keySet());
            throw new UnusableProfile("There is no profile [" + name + "] in " + file + ": " + known + ".");
        }
        var all = new LinkedHashMap<>(sections.getOrDefault(DEFAULT, Map.of()));
        all.putAll(own);
        return new Profile(file, name, all);
    }

    /// One profile with what it inherits.
    record Profile(Path file, String name, Map<String, Entry> entries) {

        Entry required(String key) {
            var entry = entries.get(key);
            if (entry == null || entry.value().isEmpty()) {
                var where = entry == null ? "" : ", line " + entry.line();
                throw new UnusableProfile("'" + key + "' is missing in profile [" + name + "] of " + file + where
                        + ". Add the line " + key + " = ... there.");
            }
            return entry;
        }

        @Nullable
        Entry optional(String key) {
            var entry = entries.get(key);
            return entry == null || entry.value().isEmpty() ? null : entry;
        }

        UnusableProfile wrong(String key, Entry entry, String words) {
            return new UnusableProfile(file + ", line " + entry.line() + ": '" + key + "' " + words);
        }
    }
}
