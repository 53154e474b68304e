package dev.freehold.adapters.local.state;

import dev.freehold.adapters.local.journal.JournalBytes;
import dev.freehold.adapters.local.record.DamagedRecord;
import dev.freehold.adapters.local.record.Records;
import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.LayerState;
import dev.freehold.ports.state.StateCodec;
import dev.freehold.ports.state.UnusableHome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// The bytes that the files of this computer have, for other places too.
public final class RecordCodec implements StateCodec {
    /// The shared copy has no path that a person could look at.
    private static final Path COPY = Path.of("the copy");

    @Override
    public byte[] state(LayerState state, Instant at) {
        return Snapshot.bytes(state, at);
    }

    @Override
    public LayerState state(byte[] bytes) {
        return read(() -> new Snapshot(COPY, Records.of(COPY, bytes)).state());
    }

    @Override
    public byte[] entries(List<JournalEntry> entries) {
        return JournalBytes.of(entries);
    }

    @Override
    public List<JournalEntry> entries(byte[] bytes) {
        return read(() -> JournalBytes.entries(COPY, bytes));
    }

    /// What else a message says is about files of this computer.
    private static <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DamagedRecord | UnusableHome unreadable) {
            throw new IllegalArgumentException(
                    String.valueOf(unreadable.getMessage()).lines().findFirst().orElse(""), unreadable);
        }
    }
}
