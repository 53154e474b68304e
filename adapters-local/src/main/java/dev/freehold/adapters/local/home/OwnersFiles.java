package dev.freehold.adapters.local.home;

import dev.freehold.ports.file.Disk;
import dev.freehold.ports.file.FileReplacement;
import dev.freehold.ports.file.PrivateFile;
import dev.freehold.ports.secret.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// [PrivateFiles] anywhere, and in a target's folder for secrets.
///
/// @param target where what is lent lies
public record OwnersFiles(TargetFolder target) implements PrivateFiles {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void write(Path file, byte[] content) throws IOException {
        var folder = file.getParent();
        var name = file.getFileName();
        if (folder == null || name == null) {
            throw new NoSuchFileException(file.toString(), null, "it is no file's name");
        }
        var aside = folder.resolve(name + "." + ProcessHandle.current().pid() + ".new");
        Files.deleteIfExists(aside);
        try {
            PrivateFile.create(aside, content, target.disk());
            if (PrivateFile.knowsModes(file) && Files.exists(file)) {
                Files.setPosixFilePermissions(aside, Files.getPosixFilePermissions(file));
            }
            FileReplacement.put(aside, folder, name.toString(), target.disk());
        } finally {
            // Whatever stood in the way of its becoming the file.
            Files.deleteIfExists(aside);
        }
    }

    @Override
    public Path lend(String name, byte[] content) throws IOException {
        var folder = target.prepare(target.secrets());
        var random = new byte[8];
        RANDOM.nextBytes(random);
        var lent = folder.resolve("edit-" + HexFormat.of().formatHex(random) + '-' + name);
        // Nobody wants to find it after a power cut.
        PrivateFile.create(lent, content, Disk.UNFORCED);
        return lent;
    }
}
