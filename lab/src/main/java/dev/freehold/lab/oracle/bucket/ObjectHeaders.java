package dev.freehold.lab.oracle.bucket;

import java.util.Map;
import java.util.TreeMap;

/// What a client said of an object beside its bytes, given back with every answer about it.
///
/// @param contentType its media type
/// @param others other standard headers by lower-case name: content-encoding, content-language,
///     content-disposition, cache-control
/// @param metadata the client's own, by name without the prefix `opc-meta-`
/// @param storageTier Standard, InfrequentAccess or Archive
public record ObjectHeaders(
        String contentType, Map<String, String> others, Map<String, String> metadata, String storageTier) {
    /// What OCI says of content whose type nobody named.
    public static final String UNKNOWN_TYPE = "application/octet-stream";

    public ObjectHeaders {
        others = Map.copyOf(new TreeMap<>(others));
        metadata = Map.copyOf(new TreeMap<>(metadata));
    }
}
