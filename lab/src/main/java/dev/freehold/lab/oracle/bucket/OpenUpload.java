package dev.freehold.lab.oracle.bucket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A multipart upload that is neither committed nor aborted.
///
/// @param parts by ascending number
public record OpenUpload(String id, String object, Instant created, ObjectHeaders headers, List<UploadedPart> parts) {
    public OpenUpload {
        parts = List.copyOf(parts);
    }

    /// The same with `part`, in place of an earlier one of its number.
    OpenUpload with(UploadedPart part) {
        var all = Stream.concat(parts.stream().filter(other -> other.number() != part.number()), Stream.of(part))
                .sorted((one, two) -> Integer.compare(one.number(), two.number()))
                .toList();
        return new OpenUpload(id, object, created, headers, all);
    }

    Optional<UploadedPart> part(int number) {
        return parts.stream().filter(part -> part.number() == number).findFirst();
    }

    public long bytes() {
        return parts.stream().mapToLong(part -> part.content().bytes()).sum();
    }
}
