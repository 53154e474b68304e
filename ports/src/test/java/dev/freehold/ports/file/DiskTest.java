package dev.freehold.ports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.SyncFailedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can't be forced shows whether the operating system was asked.
class DiskTest {
    @TempDir
    private Path folder;

    @Test
    void what_is_forced_reaches_the_operating_system() throws IOException {
        var out = new FileOutputStream(folder.resolve("file").toFile());
        var written = out.getFD();
        out.close();

        assertThatThrownBy(() -> Disk.FORCED.force(written)).isInstanceOf(SyncFailedException.class);
        assertThatThrownBy(() -> Disk.FORCED.forceNames(folder.resolve("nowhere")))
                .isInstanceOf(NoSuchFileException.class);
        assertThatCode(() -> Disk.UNFORCED.force(written)).doesNotThrowAnyException();
        assertThatCode(() -> Disk.UNFORCED.forceNames(folder.resolve("nowhere")))
                .doesNotThrowAnyException();
    }

    @Test
    void an_interrupted_thread_forces_names_and_stays_interrupted() throws IOException {
        Thread.currentThread().interrupt();
        Disk.FORCED.forceNames(folder);

        assertThat(Thread.interrupted()).isTrue();
    }
}
