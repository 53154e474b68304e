package dev.freehold.lab.world;

import dev.freehold.lab.file.OwnerOnly;
import dev.freehold.lab.json.Json;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The world as a file of lines: first a head with the format's version, then one line a change. A change is in the
/// file before it is answered; killed in the middle of a line, the lab finds the line cut and drops it, since
/// nobody was told of it. The operating system has the bytes once they are written, so they outlive the process; a
/// power cut may take the last of them, which an emulator may lose.
final class WorldJournal implements AutoCloseable {
    private static final String FORMAT = "freehold-lab-world";
    private static final int VERSION = 1;

    private final Path path;
    private FileOutputStream out;
    private long bytes;

    private WorldJournal(Path path, FileOutputStream out, long bytes) {
        this.path = path;
        this.out = out;
        this.bytes = bytes;
    }

    /// One change: what is there now, and the ids of what is not any more.
    record Change(Instant at, long sequence, List<Resource> put, List<String> dropped) {}

    /// Every whole change in the file, oldest first; none if there is no file.
    ///
    /// @throws IllegalStateException if the file is of another version or damaged otherwise than at its end
    static List<Change> read(Path path) {
        if (!Files.exists(path)) {
            return List.of();
        }
        var lines = lines(path);
        if (lines.isEmpty()) {
            return List.of();
        }
        checkHead(path, lines.getFirst());
        var changes = new ArrayList<Change>();
        for (var i = 1; i < lines.size(); i++) {
            try {
                changes.add(change(Json.parse(lines.get(i))));
            } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException cause) {
                throw new IllegalStateException(
                        "The lab's world " + path + " is damaged in line " + (i + 1)
                                + ". Move the file away, or run `lab reset` to forget the world.",
                        cause);
            }
        }
        return changes;
    }

    /// Without what a kill cut off: text after the last line's end.
    private static List<String> lines(Path path) {
        try {
            var text = Files.readString(path, StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException cause) {
            throw new UncheckedIOException("The lab can't read its world " + path, cause);
        }
    }

    private static void checkHead(Path path, String line) {
        var head = Json.parse(line);
        if (!Json.text(head, "format", "").equals(FORMAT)
                || head.path("version").asInt(0) != VERSION) {
            throw new IllegalStateException(
                    "The lab's world " + path + " says " + line + " where this version writes " + FORMAT + ", version "
                            + VERSION + ". Move the file away, or run `lab reset` to forget the world.");
        }
    }

    /// Starts a file that holds `resources` and nothing else, in place of the old one: written aside, synced,
    /// renamed.
    static WorldJournal rewritten(Path path, Instant now, long sequence, Collection<Resource> resources) {
        try {
            var aside = path.resolveSibling(path.getFileName() + ".new");
            var out = new FileOutputStream(OwnerOnly.anew(aside).toFile());
            var head = Json.line(Json.object().put("format", FORMAT).put("version", VERSION));
            var body = Json.line(json(new Change(now, sequence, List.copyOf(resources), List.of())));
            out.write(head);
            out.write(body);
            out.getFD().sync();
            Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
            return new WorldJournal(path, out, (long) head.length + body.length);
        } catch (IOException cause) {
            throw unwritable(path, cause);
        }
    }

    void append(Change change) {
        var line = Json.line(json(change));
        try {
            out.write(line);
        } catch (IOException cause) {
            throw unwritable(path, cause);
        }
        bytes += line.length;
    }

    /// Length of the file.
    long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException cause) {
            throw unwritable(path, cause);
        }
    }

    private static UncheckedIOException unwritable(Path path, IOException cause) {
        return new UncheckedIOException("The lab can't write its world " + path, cause);
    }

    private static ObjectNode json(Change change) {
        var json = Json.object().put("at", change.at().toString()).put("sequence", change.sequence());
        json.set("put", Json.array(change.put().stream().map(WorldJournal::json).toList()));
        if (!change.dropped().isEmpty()) {
            json.set("drop", Json.strings(change.dropped()));
        }
        return json;
    }

    private static ObjectNode json(Resource resource) {
        var json = Json.object()
                .put("id", resource.id())
                .put("kind", resource.kind())
                .put("n", resource.sequence())
                .put("in", resource.compartmentId())
                .put("state", resource.state())
                .put("created", resource.timeCreated().toString())
                .put("revision", resource.revision());
        json.set("is", resource.attributes());
        var pending = json.putArray("pending");
        for (var transition : resource.pending()) {
            pending.addObject().put("at", transition.at().toString()).put("to", transition.to());
        }
        return json;
    }

    private static Change change(JsonNode json) {
        var put = json.path("put").valueStream().map(WorldJournal::resource).toList();
        var dropped = json.path("drop").valueStream().map(JsonNode::asString).toList();
        return new Change(
                Instant.parse(json.path("at").asString()), json.path("sequence").asLong(), put, dropped);
    }

    private static Resource resource(JsonNode json) {
        if (!(json.path("is") instanceof ObjectNode attributes)) {
            throw new IllegalArgumentException("A resource without attributes");
        }
        var pending = json.path("pending")
                .valueStream()
                .map(one -> new Transition(
                        Instant.parse(one.path("at").asString()), one.path("to").asString()))
                .toList();
        return new Resource(
                json.path("id").asString(),
                json.path("kind").asString(),
                json.path("n").asLong(),
                json.path("in").asString(),
                json.path("state").asString(),
                Instant.parse(json.path("created").asString()),
                json.path("revision").asLong(),
                attributes,
                pending);
    }
}
