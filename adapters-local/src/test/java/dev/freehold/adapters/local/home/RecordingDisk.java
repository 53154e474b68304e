package dev.freehold.adapters.local.home;

import dev.freehold.ports.file.Disk;
import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A disk that forces what it is told to, and remembers that.
public final class RecordingDisk implements Disk {
    private final List<Path> folders = new ArrayList<>();
    private int files;

    @Override
    public boolean isForced() {
        return true;
    }

    @Override
    public void force(FileDescriptor written) throws IOException {
        FORCED.force(written);
        files++;
    }

    @Override
    public void forceNames(Path folder) throws IOException {
        FORCED.forceNames(folder);
        folders.add(folder);
    }

    /// How many files were forced.
    public int files() {
        return files;
    }

    /// The folders whose names were forced, in that order.
    public List<Path> folders() {
        return List.copyOf(folders);
    }

    public void forget() {
        folders.clear();
        files = 0;
    }
}
