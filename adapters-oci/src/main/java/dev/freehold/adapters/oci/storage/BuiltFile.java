package dev.freehold.adapters.oci.storage;

import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Setting;
import java.nio.file.Path;
import java.util.Optional;

/// The file of a built image, as its outputs tell of it.
///
/// @param sha256 in hexadecimal digits
/// @param size in bytes
record BuiltFile(Path path, String sha256, long size) {

    /// Empty where something is missing: the image is not built.
    static Optional<BuiltFile> of(Outputs outputs) {
        var file = outputs.text("file");
        var sha256 = outputs.text("sha256");
        if (file.isPresent()
                && sha256.isPresent()
                && outputs.values().get("sizeBytes") instanceof Setting.Quantity(var size)) {
            return Optional.of(new BuiltFile(Path.of(file.get()), sha256.get(), size.longValueExact()));
        }
        return Optional.empty();
    }
}
