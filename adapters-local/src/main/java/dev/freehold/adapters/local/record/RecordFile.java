package dev.freehold.adapters.local.record;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.json.Json;
import dev.freehold.domain.resource.Setting;
import dev.freehold.ports.file.FileReplacement;
import dev.freehold.ports.file.PrivateFile;
import dev.freehold.ports.state.UnusableHome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A file of records of one format, which is only ever added to. One process at a time may add; any may read.
///
/// Reading changes nothing. What a crash left unfinished behind the last whole record is cut off by the next
/// writer, because only a writer knows that nobody else is writing there just now.
public final class RecordFile implements AutoCloseable {
    private final TargetFolder target;
    private final Path folder;
    private final Path path;
    private final RecordFormat format;
    private final ReentrantLock lock = new ReentrantLock();

    /// Not a channel: those close when their thread is interrupted, and what an interrupted worker achieved
    /// must be written down all the same.
    private @Nullable RandomAccessFile writer;

    /// Where the last whole record ends, while there is a writer.
    private long end;

    /// @param target made when there is something to write
    /// @param folder in which of its folders the file lies
    public RecordFile(TargetFolder target, Path folder, String name, RecordFormat format) {
        this.target = target;
        this.folder = folder;
        this.path = folder.resolve(name);
        this.format = format;
    }

    /// What `decode` makes of each record after the first `count`, oldest first. The record of the format
    /// does not count; the first `count` are checked but not decoded.
    ///
    /// @param decode throws [IllegalArgumentException] for a record that it does not understand
    /// @throws DamagedRecord if a record other than an unfinished last one can't be read, or if there are
    ///     fewer than `count`
    public <T> List<T> after(long count, Function<Setting.Group, T> decode) {
        var records = Records.of(path);
        if (records.size() <= count && count > 0) {
            throw DamagedRecord.tooFew(path, Math.max(0, records.size() - 1), count);
        }
        if (records.size() == 0) {
            return List.of();
        }
        int version = format.versionOf(records, path);
        var decoded = new ArrayList<T>(records.size());
        for (int index = (int) count + 1; index < records.size(); index++) {
            try {
                decoded.add(decode.apply(format.migrated(records.get(index), version)));
            } catch (IllegalArgumentException unknown) {
                throw records.damaged(index, "it can't be understood: " + unknown.getMessage());
            }
        }
        return decoded;
    }

    /// Adds `record`, which is as durable as was asked for when this returns.
    ///
    /// @throws DamagedRecord if the file is damaged; nothing is added
    /// @throws UnusableHome if the file can't be written; the record is then not there, or unfinished
    public void append(Setting.Group record) {
        appendAll(List.of(record));
    }

    /// Adds `records` in their order, by one write and one wait for the disk. Cut off on its way, it leaves
    /// the first few of them.
    ///
    /// @throws DamagedRecord if the file is damaged; nothing is added
    /// @throws UnusableHome if the file can't be written; the records are then not there, or the first few are
    public void appendAll(List<Setting.Group> records) {
        if (records.isEmpty()) {
            return; // not even a file is made for nothing
        }
        var lines = new ByteArrayOutputStream();
        records.forEach(record -> lines.writeBytes(RecordLine.of(Json.write(record))));
        lock.lock();
        try {
            write(lines.toByteArray());
        } catch (IOException failure) {
            // Nobody knows how much of it is there: the next writer looks.
            close();
            throw UnusableHome.unwritable(path, failure);
        } finally {
            lock.unlock();
        }
    }

    private void write(byte[] lines) throws IOException {
        var out = writer;
        if (out == null || out.length() != end) {
            close();
            out = open();
        }
        out.write(lines);
        target.disk().force(out.getFD());
        end += lines.length;
    }

    private RandomAccessFile open() throws IOException {
        var records = Records.of(path);
        if (records.size() == 0) {
            target.prepare(folder);
        } else {
            int version = format.versionOf(records, path);
            if (version < format.current()) {
                rewrite(records, version);
                records = Records.of(path);
            }
        }
        PrivateFile.ensure(path);
        var opened = new RandomAccessFile(path.toFile(), "rw");
        writer = opened;
        end = records.end();
        opened.setLength(end);
        opened.seek(end);
        if (records.size() == 0) {
            var header = RecordLine.of(Json.write(format.header()));
            opened.write(header);
            end = header.length;
            target.disk().force(opened.getFD());
            target.disk().forceNames(folder);
        }
        return opened;
    }

    /// Brings the file to today's version; the old one stays beside it.
    private void rewrite(Records records, int version) throws IOException {
        var name = String.valueOf(path.getFileName());
        FileReplacement.write(folder, name + ".version-" + version, Files.readAllBytes(path), target.disk());
        var migrated = new ByteArrayOutputStream();
        Records.write(format.header(), migrated);
        for (int index = 1; index < records.size(); index++) {
            Records.write(format.migrated(records.get(index), version), migrated);
        }
        FileReplacement.write(folder, name, migrated.toByteArray(), target.disk());
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException failure) {
            throw UnusableHome.unwritable(path, failure);
        } finally {
            writer = null;
            lock.unlock();
        }
    }
}
