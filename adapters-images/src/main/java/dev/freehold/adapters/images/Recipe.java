package dev.freehold.adapters.images;

import dev.freehold.ports.file.Disk;
import dev.freehold.ports.file.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The scripts, templates and package lists that images are built by, in a folder. Every builder has a folder of
/// its own in it, with a script `build`.
///
/// @param folder where they are
/// @param digest the SHA-256 over all of them, in hexadecimal
public record Recipe(Path folder, String digest) {
    private static final String RESOURCE = "/recipe";

    /// The recipe of this version of Freehold, unpacked beneath `shelf` unless it is there.
    public static Recipe bundled(Path shelf) {
        try {
            var source = Recipe.class.getResource(RESOURCE + "/attended");
            if (source == null) {
                throw new IllegalStateException("Freehold was packed without its image recipe.");
            }
            var file = source.toURI();
            if (!file.getScheme().equals("jar")) {
                return unpacked(Path.of(file).resolveSibling(""), shelf);
            }
            return inJar(file, shelf);
        } catch (URISyntaxException odd) {
            throw new IllegalStateException(odd);
        } catch (IOException failed) {
            throw new UncheckedIOException("The image recipe can't be unpacked into " + shelf, failed);
        }
    }

    private static Recipe inJar(URI file, Path shelf) throws IOException {
        try (var jar = FileSystems.newFileSystem(file, Map.of())) {
            return unpacked(jar.getPath(RESOURCE), shelf);
        } catch (FileSystemAlreadyExistsException open) {
            return unpacked(FileSystems.getFileSystem(file).getPath(RESOURCE), shelf);
        }
    }

    /// The recipe that is in `folder`.
    static Recipe in(Path folder) {
        try {
            return new Recipe(folder, digest(folder));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The image recipe in " + folder + " can't be read", unreadable);
        }
    }

    private static Recipe unpacked(Path from, Path shelf) throws IOException {
        var digest = digest(from);
        var to = shelf.resolve("recipe-" + digest.substring(0, 12));
        if (Files.isDirectory(to) && digest(to).equals(digest)) {
            return new Recipe(to, digest);
        }
        PrivateFolder.make(shelf, Disk.UNFORCED);
        var aside = Files.createTempDirectory(shelf, ".recipe-");
        for (var file : files(from)) {
            var copy = aside.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        Folders.remove(to); // One of this name that is not whole.
        try {
            Files.move(aside, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException overtaken) {
            if (!Files.isDirectory(to)) {
                throw overtaken;
            }
            Folders.remove(aside); // Another process unpacked the same.
        }
        return new Recipe(to, digest);
    }

    private static String digest(Path folder) throws IOException {
        var sha256 = Digests.sha256();
        for (var file : files(folder)) {
            update(sha256, folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            update(sha256, Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static void update(MessageDigest sha256, byte[] bytes) {
        sha256.update((bytes.length + "\n").getBytes(StandardCharsets.US_ASCII));
        sha256.update(bytes);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            var files = new ArrayList<>(all.filter(Files::isRegularFile).toList());
            files.sort((one, other) -> one.toString().compareTo(other.toString()));
            return files;
        }
    }

    /// The script by which `builder` builds.
    Path script(String builder) {
        return folder.resolve(builder).resolve("build");
    }

    /// What runs a script for as long as its starter lives.
    Path attended() {
        return folder.resolve("attended");
    }
}
