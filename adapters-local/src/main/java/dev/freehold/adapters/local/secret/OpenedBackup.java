package dev.freehold.adapters.local.secret;

import dev.freehold.adapters.local.age.AgeFile;
import dev.freehold.domain.secret.Secret;
import dev.freehold.ports.secret.Undecryptable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/// What a [VaultBackup] wrote, read again: the files, by their place in `secrets/`. Everything is in memory and
/// checked before anything is restored.
final class OpenedBackup {
    private static final String BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----";
    private static final Pattern HEAD = Pattern.compile("The secrets of Freehold's target '([a-z]+)', backed up at .*");

    /// In bytes, of all files together. A target's secrets are some hundred kilobytes.
    private static final int MOST = 64 * 1024 * 1024;

    /// What becomes a file's name anywhere: no way up, and nothing absolute.
    private static final Pattern PLACE =
            Pattern.compile("(?!\\.{1,2}(/|$))[^/\\\\:\\p{Cntrl}]+(/(?!\\.{1,2}(/|$))[^/\\\\:\\p{Cntrl}]+)*");

    private final Map<String, BackedUpFile> files;

    private OpenedBackup(Map<String, BackedUpFile> files) {
        this.files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /// One file. Its content is secret.
    static final class BackedUpFile {
        private final byte[] content;
        private final Instant at;

        private BackedUpFile(byte[] content, Instant at) {
            this.content = content;
            this.at = at;
        }

        byte[] content() {
            return content.clone();
        }

        boolean says(byte[] other) {
            return Arrays.equals(content, other);
        }

        /// When it was written last.
        Instant at() {
            return at;
        }
    }

    /// Is that a backup, as far as can be seen without the passphrase?
    static boolean isOne(byte[] file) {
        return text(file).contains(BEGIN);
    }

    /// Of which target the instructions say that it is; empty if they are gone.
    static Optional<String> target(byte[] file) {
        return text(file)
                .lines()
                .findFirst()
                .map(HEAD::matcher)
                .filter(Matcher::matches)
                .map(matched -> matched.group(1));
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    /// @throws Undecryptable if the passphrase is another, or the file is not whole; its words end without a
    /// full stop
    static OpenedBackup of(byte[] file, Secret passphrase) {
        var text = text(file);
        int begin = text.indexOf(BEGIN);
        if (begin < 0) {
            throw new Undecryptable("it is no backup of Freehold's");
        }
        var archive = AgeFile.decrypt(text.substring(begin).getBytes(StandardCharsets.ISO_8859_1), passphrase);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            var files = new LinkedHashMap<String, BackedUpFile>();
            int left = MOST;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var content = zip.readNBytes(left + 1);
                left -= content.length;
                if (left < 0) {
                    throw new Undecryptable("it holds more than any backup of Freehold's");
                }
                if (!PLACE.matcher(entry.getName()).matches()
                        || files.put(entry.getName(), new BackedUpFile(content, at(entry.getLastModifiedTime())))
                                != null) {
                    throw new Undecryptable("it holds a file that can't be restored, '" + entry.getName() + "'");
                }
            }
            if (files.isEmpty()) {
                throw new Undecryptable("it holds no files");
            }
            return new OpenedBackup(files);
        } catch (IOException damaged) {
            throw new Undecryptable("what it holds is damaged", damaged);
        }
    }

    private static Instant at(FileTime time) {
        return time.toInstant();
    }

    /// By place, with `/` between folders.
    Map<String, BackedUpFile> files() {
        return files;
    }

    int size() {
        return files.size();
    }
}
