package dev.freehold.adapters.local.home;

import dev.freehold.ports.file.Disk;
import dev.freehold.ports.file.PrivateFile;
import dev.freehold.ports.secret.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// A plain file in a folder of its own below `secrets/`, so that what an editor puts beside it goes with it. It
/// goes with the process as well, unless that is killed; then the next one that lends a file removes it.
public final class LentFile implements PrivateFiles.Lent {
    /// With what the folder's name begins; a mark follows.
    public static final String PREFIX = "edit-";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Path folder;
    private final Thread atTheEnd;

    private LentFile(Path folder, Path file) {
        this.folder = folder;
        this.file = file;
        this.atTheEnd = new Thread(() -> {
            try {
                AbandonedFiles.removeAll(folder);
            } catch (IOException _) {
                // The next one removes it, and it is flagged until then.
            }
        });
    }

    static LentFile in(TargetFolder target, String name, byte[] content) throws IOException {
        var secrets = target.prepare(target.secrets());
        AbandonedFiles.removeFolders(secrets, PREFIX);
        var random = new byte[8];
        RANDOM.nextBytes(random);
        var folder = target.prepare(secrets.resolve(
                PREFIX + AbandonedFiles.mark() + '-' + HexFormat.of().formatHex(random)));
        var lent = new LentFile(folder, folder.resolve(name));
        Runtime.getRuntime().addShutdownHook(lent.atTheEnd);
        // Nobody wants to find it after a power cut.
        PrivateFile.create(lent.file, content, Disk.UNFORCED);
        return lent;
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        AbandonedFiles.removeAll(folder);
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException _) {
            // The process is ending, and removes it as well.
        }
    }
}
