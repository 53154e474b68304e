package dev.freehold.adapters.local;

import dev.freehold.ports.driver.Outside;
import dev.freehold.ports.driver.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/// A home past the drivers that write in it: what all of them have in common.
public abstract class HomeOutside implements Outside {

    @Override
    public Stranger anotherPlatforms() throws Exception {
        throw Outside.cannotBe("a home belongs to one platform");
    }

    /// What writes here waits for nothing, whatever the deadline.
    @Override
    public Trouble slowness() {
        return Trouble.PASSING;
    }

    @Override
    public Duration oneExchange() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Trouble lostAnswer() throws Exception {
        throw Outside.cannotBe("who writes on this computer hears at once how it went");
    }

    /// Files in which nobody may write for a while.
    protected static Denial unwritable(Path folder) {
        try {
            Files.createDirectories(folder);
            var before = Files.getPosixFilePermissions(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
            if (Files.isWritable(folder)) {
                Files.setPosixFilePermissions(folder, before);
                throw Outside.cannotBe("whoever runs this may write wherever they like");
            }
            return new Denial() {
                @Override
                public String words() {
                    return "permission denied";
                }

                @Override
                public void close() {
                    try {
                        Files.setPosixFilePermissions(folder, before);
                    } catch (IOException impossible) {
                        throw new UncheckedIOException(impossible);
                    }
                }
            };
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// How a file stands: what is in it.
    protected static Stranger file(Path file) {
        return () -> Files.readString(file);
    }

    /// Puts a file there that is not ours.
    protected static Stranger written(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return file(file);
    }

    protected static int countOf(Path file) {
        return Files.exists(file) ? 1 : 0;
    }
}
