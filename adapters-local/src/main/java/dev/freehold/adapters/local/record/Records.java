package dev.freehold.adapters.local.record;

import dev.freehold.adapters.local.json.Json;
import dev.freehold.domain.resource.Setting;
import dev.freehold.ports.state.UnusableHome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The whole records of a file, checked but not decoded yet. What a crash left unfinished behind the last of
/// them is not among them: it was never acknowledged. Reading changes nothing, so that it is safe beside a
/// writer.
public final class Records {
    private final Path file;
    private final byte[] bytes;
    private final List<RecordLine> lines;

    private Records(Path file, byte[] bytes, List<RecordLine> lines) {
        this.file = file;
        this.bytes = bytes;
        this.lines = lines;
    }

    /// The records of `file`; none if it is not there.
    ///
    /// @throws DamagedRecord if something other than the end of an unfinished write is wrong
    /// @throws UnusableHome if it can't be read
    public static Records of(Path file) {
        try {
            return parse(file, Files.readAllBytes(file));
        } catch (NoSuchFileException _) {
            return new Records(file, new byte[0], List.of());
        } catch (IOException failure) {
            throw UnusableHome.unreadable(file, failure);
        }
    }

    /// The records of `bytes`, which messages call `name`.
    ///
    /// @throws DamagedRecord likewise
    public static Records of(Path name, byte[] bytes) {
        return parse(name, bytes);
    }

    static Records parse(Path file, byte[] bytes) {
        var lines = new ArrayList<RecordLine>();
        int at = 0;
        while (at < bytes.length) {
            var line = RecordLine.at(bytes, at);
            if (line == null) {
                refuseDamage(file, bytes, at, lines.size() + 1);
                break;
            }
            lines.add(line);
            at = line.next();
        }
        return new Records(file, bytes, lines);
    }

    /// Is what begins at `at` the rest of one unfinished write? That is the beginning of a record, or one
    /// whose blocks did not all reach the disk (zeros are there instead), with nothing but zeros behind it.
    private static void refuseDamage(Path file, byte[] bytes, int at, int number) {
        int end = bytes.length;
        while (end > at && bytes[end - 1] == 0) {
            end--;
        }
        boolean zeros = false;
        for (int i = at; i < end; i++) {
            if (bytes[i] == '\n') {
                if (i + 1 < end) {
                    throw new DamagedRecord(file, number, at, "its checksum is wrong, and others follow it");
                }
                if (!zeros) {
                    throw new DamagedRecord(file, number, at, "its checksum is wrong, though its end was written");
                }
            }
            zeros |= bytes[i] == 0;
        }
        var line = RecordLine.unended(bytes, at);
        if (line != null && line.end() < end) {
            throw new DamagedRecord(file, number, at, "something else stands where it ends");
        }
    }

    /// Adds `record` to `out` as it stands in a file.
    public static void write(Setting.Group record, ByteArrayOutputStream out) {
        out.writeBytes(RecordLine.of(Json.write(record)));
    }

    public int size() {
        return lines.size();
    }

    /// The record of that index, from 0.
    ///
    /// @throws DamagedRecord if it isn't JSON; whoever wrote that knew the checksum
    public Setting.Group get(int index) {
        var line = lines.get(index);
        try {
            return Json.read(bytes, line.from(), line.end() - line.from());
        } catch (IllegalArgumentException unreadable) {
            throw damaged(index, "its checksum is right, but it is " + unreadable.getMessage());
        }
    }

    /// To be thrown when the record of that index, from 0, can't be what was written.
    public DamagedRecord damaged(int index, String what) {
        long offset = index == 0 ? 0 : lines.get(index - 1).next();
        return new DamagedRecord(file, index + 1, offset, what);
    }

    /// How many bytes the whole records take; what lies behind was left by a crash.
    long end() {
        return lines.isEmpty() ? 0 : lines.getLast().next();
    }
}
