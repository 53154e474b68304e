package dev.freehold.adapters.local.flux;

import dev.freehold.adapters.local.HomeOutside;

/// The repository past the drivers of what lies in it.
abstract class FilesOutside extends HomeOutside {
    private final Setup setup;
    private final String path;

    /// @param path of the file that the driver has there
    FilesOutside(Setup setup, String path) {
        this.setup = setup;
        this.path = path;
    }

    @Override
    public Stranger stranger() throws Exception {
        return setup.committed(path, "mine: true\n");
    }

    @Override
    public Denial missingRight() {
        return unwritable(setup.git().folder().resolve(".git"));
    }
}
