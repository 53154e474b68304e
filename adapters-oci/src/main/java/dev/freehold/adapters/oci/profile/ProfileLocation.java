package dev.freehold.adapters.oci.profile;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One profile of an OCI configuration file, and where its calls go.
///
/// @param profile the section in the file
/// @param region instead of the file's; absent: the file's
/// @param endpoint one address for every service; absent: Oracle's own
public record ProfileLocation(
        Path file,
        String profile,
        @Nullable String region,
        @Nullable URI endpoint) {}
