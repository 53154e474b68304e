package dev.freehold.adapters.local.record;

import dev.freehold.domain.journal.DamagedJournal;
import java.nio.file.Path;
import java.util.function.Supplier;

/// A record that is whole by its looks and yet not what was written, or has others after it. The file is left
/// as it is.
public final class DamagedRecord extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Path file;

    /// @param number counts from 1, the record of the format included, so that it is the line's number
    /// @param offset the record's first byte
    DamagedRecord(Path file, int number, long offset, String what) {
        super(file + " is damaged at record " + number + " (byte " + offset + "): " + what + ".\n"
                + whole(number - 1) + " before it. The file was left as it is. Put it back from a backup.\n"
                + "Without one, keep a copy and cut the file before that record; what followed is then forgotten:\n"
                + "    head -c " + offset + " '" + file + "' > '" + file + ".cut' && mv '" + file + ".cut' '" + file
                + "'");
        this.file = file;
    }

    private static String whole(int records) {
        return records == 1 ? "1 whole record stands" : records + " whole records stand";
    }

    private DamagedRecord(Path file, String message) {
        super(message);
        this.file = file;
    }

    /// Records that somebody has built upon are gone.
    static DamagedRecord tooFew(Path file, int there, long wanted) {
        return new DamagedRecord(
                file,
                file + " has " + there + " records, but a snapshot beside it was made of its first " + wanted
                        + ".\n"
                        + "Put the file back from a backup. Without one, remove the snapshots, which are made anew:\n"
                        + "    rm '" + file.resolveSibling("state-") + "'*\nWhat the missing records said is then "
                        + "forgotten.");
    }

    public Path file() {
        return file;
    }

    /// Does some work on a file of records, and says in the domain's word that it is damaged.
    ///
    /// @throws DamagedJournal with the same message
    public static <T> T asJournal(Supplier<T> work) {
        try {
            return work.get();
        } catch (DamagedRecord damaged) {
            var translated = new DamagedJournal(String.valueOf(damaged.getMessage()));
            translated.initCause(damaged);
            throw translated;
        }
    }
}
