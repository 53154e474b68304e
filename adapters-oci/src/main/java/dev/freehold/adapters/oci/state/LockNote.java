package dev.freehold.adapters.oci.state;

import dev.freehold.ports.state.LayerStore.Holder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// What stands in a lock's object: who holds it, and until when, if it is not renewed.
///
/// @param holder with the name of its host
/// @param until by the holder's clock
record LockNote(Holder holder, Instant until) {
    private static final String FORMAT = "freehold-lock 1";

    /// The command comes last, for it may hold anything but a line's end.
    byte[] bytes() {
        return String.join(
                        "\n",
                        FORMAT,
                        Long.toString(holder.process()),
                        holder.host(),
                        holder.since().toString(),
                        until.toString(),
                        holder.command().replace('\n', ' '),
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }

    LockNote until(Instant later) {
        return new LockNote(holder, later);
    }

    /// Empty if nobody of ours wrote it.
    static Optional<LockNote> of(byte[] bytes) {
        var lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        if (lines.length < 6 || !lines[0].equals(FORMAT)) {
            return Optional.empty();
        }
        try {
            var holder = new Holder(Long.parseLong(lines[1]), lines[5], Instant.parse(lines[3]), lines[2]);
            return Optional.of(new LockNote(holder, Instant.parse(lines[4])));
        } catch (NumberFormatException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
