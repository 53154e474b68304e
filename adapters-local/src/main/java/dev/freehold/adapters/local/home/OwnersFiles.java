package dev.freehold.adapters.local.home;

import dev.freehold.ports.file.FileReplacement;
import dev.freehold.ports.file.PrivateFile;
import dev.freehold.ports.secret.PrivateFiles;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// [PrivateFiles] anywhere, and in a target's folder for secrets.
///
/// @param target where what is lent lies
public record OwnersFiles(TargetFolder target) implements PrivateFiles {
    @Override
    public void write(Path file, byte[] content) throws IOException {
        // A link is somebody's arrangement; what it points to is what was read.
        var real = Files.isSymbolicLink(file) ? file.toRealPath() : file;
        var folder = real.toAbsolutePath().getParent();
        var name = real.getFileName();
        if (folder == null || name == null) {
            throw new NoSuchFileException(file.toString(), null, "it is no file's name");
        }
        AbandonedFiles.removeAside(folder, name + ".");
        var aside = folder.resolve(name + "." + AbandonedFiles.mark() + AbandonedFiles.ASIDE);
        Files.deleteIfExists(aside);
        try {
            PrivateFile.create(aside, content, target.disk());
            if (hasOtherNames(real)) {
                overwrite(real, content);
            } else {
                if (PrivateFile.knowsModes(real) && Files.exists(real)) {
                    Files.setPosixFilePermissions(aside, Files.getPosixFilePermissions(real));
                }
                FileReplacement.put(aside, folder, name.toString(), target.disk());
            }
        } finally {
            // Whatever stood in the way of its becoming the file.
            Files.deleteIfExists(aside);
        }
    }

    /// A file under several names would keep its old content under the others if one were renamed over it.
    private static boolean hasOtherNames(Path file) throws IOException {
        return Files.exists(file)
                && file.getFileSystem().supportedFileAttributeViews().contains("unix")
                && Files.getAttribute(file, "unix:nlink") instanceof Integer names
                && names > 1;
    }

    private void overwrite(Path file, byte[] content) throws IOException {
        try (var out = new FileOutputStream(file.toFile())) {
            out.write(content);
            target.disk().force(out.getFD());
        }
    }

    @Override
    public Lent lend(String name, byte[] content) throws IOException {
        return LentFile.in(target, name, content);
    }
}
