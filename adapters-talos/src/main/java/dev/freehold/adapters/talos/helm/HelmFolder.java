package dev.freehold.adapters.talos.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;

/// A folder for one chart, among the computer's temporary ones and for its owner alone, named for the process that
/// renders. Helm's library unpacks 90 MB into it; what a process left that is gone is cleared away by the next.
final class HelmFolder implements AutoCloseable {
    private static final String PREFIX = "freehold-helm-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-.*");

    private final Path folder;

    private HelmFolder(Path folder) {
        this.folder = folder;
    }

    static HelmFolder open() throws IOException {
        return open(
                Path.of(System.getProperty("java.io.tmpdir")),
                pid -> ProcessHandle.of(pid).isPresent());
    }

    /// @param among where temporary folders are
    /// @param lives whether a process of that id runs
    static HelmFolder open(Path among, LongPredicate lives) throws IOException {
        var made = new HelmFolder(Files.createTempDirectory(
                among, PREFIX + ProcessHandle.current().pid() + '-'));
        made.clearOthers(among, lives);
        return made;
    }

    Path path() {
        return folder;
    }

    /// Those that are ours alone: in another's folder names could change under our hands.
    private void clearOthers(Path among, LongPredicate lives) throws IOException {
        try (var all = Files.newDirectoryStream(among, PREFIX + '*')) {
            for (var other : all) {
                var name = NAME.matcher(String.valueOf(other.getFileName()));
                if (name.matches()
                        && !isAtWork(Long.parseLong(name.group(1)), lives)
                        && Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
                        && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(folder))) {
                    remove(other);
                }
            }
        } catch (UncheckedIOException | IOException left) {
            // It is in nobody's way, and the next one tries again.
        }
    }

    private static boolean isAtWork(long pid, LongPredicate lives) {
        return pid == ProcessHandle.current().pid() || lives.test(pid);
    }

    @Override
    public void close() throws IOException {
        remove(folder);
    }

    private static void remove(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
