package dev.freehold.adapters.images;

import dev.freehold.domain.image.BuiltImage;
import dev.freehold.ports.file.Disk;
import dev.freehold.ports.file.FileReplacement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The folder of images that were built: one folder an image, `NAME-INPUTS`, in which `image.json` says what it is.
/// A folder gets its name when everything in it is written and on the disk, so that a half image never has one.
final class ImageFolder {
    private static final String RECORD = "image.json";
    private static final int SHORT = 12;
    private static final Pattern IMAGE = Pattern.compile("(base|proxmox)-(arm64|amd64)-[0-9a-f]{" + SHORT + "}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;

    ImageFolder(Path folder) {
        this.folder = folder;
    }

    /// What `image.json` holds.
    ///
    /// @param version of the format
    record ImageRecord(int version, BuiltImage image) {
        static final int VERSION = 1;
    }

    Path folder() {
        return folder;
    }

    /// Where an image of these inputs lies, or will lie.
    Path place(BuildOrder order) {
        return folder.resolve(order.name() + '-' + order.inputs().substring(0, SHORT));
    }

    /// The image that was built of exactly these inputs, if its file has the bytes that it had then.
    Optional<BuiltImage> find(BuildOrder order) {
        return read(place(order)).filter(image -> image.origin().inputs().equals(order.inputs()) && isIntact(image));
    }

    static boolean isIntact(BuiltImage image) {
        try {
            return Digests.ofFile(Path.of(image.disk().file()))
                    .equals(image.disk().sha256());
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// Those that are whole by their size, in order of name; the newest of each name.
    List<BuiltImage> images() {
        var newest = new TreeMap<String, BuiltImage>();
        try {
            for (var place : Folders.in(folder)) {
                if (IMAGE.matcher(place.getFileName().toString()).matches()) {
                    read(place)
                            .ifPresent(image -> newest.merge(
                                    image.name(),
                                    image,
                                    (one, other) -> one.build()
                                                    .built()
                                                    .isAfter(other.build().built())
                                            ? one
                                            : other));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The images in " + folder + " can't be listed", unreadable);
        }
        return List.copyOf(newest.values());
    }

    /// Empty where there is none, or something that Freehold did not finish.
    private static Optional<BuiltImage> read(Path place) {
        try {
            var kept = JSON.readValue(Files.readString(place.resolve(RECORD)), ImageRecord.class);
            var image = kept.image();
            return kept.version() == ImageRecord.VERSION
                            && Path.of(image.disk().file()).startsWith(place)
                            && Files.size(Path.of(image.disk().file()))
                                    == image.disk().sizeBytes()
                    ? Optional.of(image)
                    : Optional.empty();
        } catch (IOException | JacksonException absent) {
            return Optional.empty();
        }
    }

    /// Puts what lies in `made` under its name, and removes what was there of the same name.
    ///
    /// @param made the builder's files; the image's paths are those that they will have
    void put(Path made, BuildOrder order, BuiltImage image) throws IOException {
        FileReplacement.write(
                made,
                RECORD,
                JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(new ImageRecord(ImageRecord.VERSION, image)),
                Disk.FORCED);
        Folders.keep(made);
        var place = place(order);
        Folders.remove(place);
        Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
        Disk.FORCED.forceNames(folder);
        for (var old : of(order.name())) {
            if (!old.equals(place)) {
                Folders.remove(old);
            }
        }
    }

    void remove(String name) throws IOException {
        for (var place : of(name)) {
            // Without its record it is no image any more, wherever the removal is cut off.
            Files.deleteIfExists(place.resolve(RECORD));
            Folders.remove(place);
        }
    }

    private List<Path> of(String name) throws IOException {
        var places = new ArrayList<Path>();
        for (var place : Folders.in(folder)) {
            var file = place.getFileName().toString();
            if (file.startsWith(name + '-') && IMAGE.matcher(file).matches()) {
                places.add(place);
            }
        }
        return places;
    }
}
