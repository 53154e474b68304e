package dev.freehold.domain.output;

import org.jspecify.annotations.Nullable;

/// What the images phase's kinds come to have.
public sealed interface ImageOutputs extends Outputs {

    /// @param builder the program that builds: `packer`, `dagger` or `mmdebstrap`
    record Builder(String builder) implements ImageOutputs {}

    /// A disk image on this computer.
    ///
    /// @param builtBy the program that built it, which may have been another one than builds today
    /// @param format `qcow2`
    /// @param packages how many are installed in it; absent where an earlier Freehold did not count them
    /// @param sizeBytes of the file
    /// @param virtualSizeBytes of the disk that a machine sees
    record DiskImage(
            String builtBy,
            FilePath file,
            String format,
            @Nullable Integer packages,
            Sha256 sha256,
            long sizeBytes,
            long virtualSizeBytes)
            implements ImageOutputs {}

    /// @param namespace the tenancy's in Object Storage
    record BucketPlace(String bucket, String namespace) implements ImageOutputs {}

    /// @param object its name in the bucket
    /// @param sha256 of the file that it was made of
    record UploadedObject(String object, Sha256 sha256) implements ImageOutputs {}
}
