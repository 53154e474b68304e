package dev.freehold.adapters.oci.ownership;

import com.oracle.bmc.http.internal.BmcEnum;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What all things on OCI have in common, whichever service they are of. Each may be missing in a damaged answer,
/// and the state in a list of what has none.
public record CommonFields(
        @Nullable String ocid,
        @Nullable String name,
        @Nullable BmcEnum state,
        @Nullable Map<String, String> tags) {}
