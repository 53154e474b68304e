package dev.freehold.adapters.oci;

import dev.freehold.adapters.oci.profile.ProfileLocation;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the right to call Oracle Cloud is written down: one profile of an OCI configuration file.
///
/// @param file as Oracle's own clients use it, `~/.oci/config` by default
/// @param profile the section in it, `DEFAULT` by default
/// @param region instead of the file's; absent: the file's
/// @param endpoint one address for every service, as the lab serves them; absent: Oracle's own
public record OciProfile(
        Path file,
        String profile,
        @Nullable String region,
        @Nullable URI endpoint) {

    public static OciProfile of(Path file, String profile) {
        return new OciProfile(file, profile, null, null);
    }

    public OciProfile withRegion(String other) {
        return new OciProfile(file, profile, other, endpoint);
    }

    public OciProfile withEndpoint(URI other) {
        return new OciProfile(file, profile, region, other);
    }

    ProfileLocation location() {
        return new ProfileLocation(file, profile, region, endpoint);
    }
}
