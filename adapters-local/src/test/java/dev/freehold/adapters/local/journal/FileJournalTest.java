package dev.freehold.adapters.local.journal;

import dev.freehold.adapters.local.home.Home;
import dev.freehold.domain.resource.Layer;
import dev.freehold.ports.file.Disk;
import dev.freehold.ports.state.Journal;
import dev.freehold.ports.state.JournalContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {

    @Nested
    class OutlivingAPowerCut implements JournalContract {
        @TempDir
        private Path folder;

        @Override
        public Journal journal() {
            return of(folder, Disk.FORCED);
        }
    }

    @Nested
    class OutlivingTheProcess implements JournalContract {
        @TempDir
        private Path folder;

        @Override
        public Journal journal() {
            return of(folder, Disk.UNFORCED);
        }
    }

    private static Journal of(Path folder, Disk disk) {
        return new FileJournals(new Home(folder.resolve("a home"), disk).target("sim")).of(Layer.SETUP);
    }
}
