package dev.freehold.ports.file;

import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// How far what is written has come when a call returns. Everything that is to last goes through here.
public interface Disk {
    /// It is on the disk, and outlives a power cut.
    Disk FORCED = new Disk() {
        @Override
        public boolean isForced() {
            return true;
        }

        @Override
        public void force(FileDescriptor written) throws IOException {
            written.sync();
        }

        @Override
        public void forceNames(Path folder) throws IOException {
            // A channel is closed under an interrupted thread, and a folder can be opened in no other way.
            boolean interrupted = Thread.interrupted();
            try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            } catch (ClosedByInterruptException _) {
                // Interrupted just now. The file itself is synced; its name follows within seconds.
                interrupted = true;
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    };

    /// The operating system has it and writes it in its own time: it outlives the process alone.
    Disk UNFORCED = new Disk() {
        @Override
        public boolean isForced() {
            return false;
        }

        @Override
        public void force(FileDescriptor written) {
            // the operating system has it
        }

        @Override
        public void forceNames(Path folder) {
            // the operating system has them
        }
    };

    /// For those who force what they write by themselves, if they are told to.
    boolean isForced();

    /// Makes what was written to a file last.
    void force(FileDescriptor written) throws IOException;

    /// Makes the names in `folder` last, which are written to disk apart from the files that they name.
    void forceNames(Path folder) throws IOException;
}
