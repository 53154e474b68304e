package dev.freehold.adapters.oci.storage;

import java.nio.file.Path;

/// The file of a built image, as its outputs tell of it.
///
/// @param sha256 in hexadecimal digits
/// @param size in bytes
record BuiltFile(Path path, String sha256, long size) {}
