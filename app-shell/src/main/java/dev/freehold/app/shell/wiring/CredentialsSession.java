package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.adapters.oci.OciCredentials;
import dev.freehold.adapters.oci.OciProfile;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.ports.cloud.CloudCredentials;
import dev.freehold.ports.time.Timeline;
import java.time.Duration;
import java.util.function.Consumer;

/// The right to call a target's cloud, while it is made and proved.
///
/// @param between two tries, until a key is let in
public record CredentialsSession(CloudCredentials credentials, Timeline timeline, Duration between, Runnable closing)
        implements AutoCloseable {
    /// A key has been seen to work within seconds of its upload, and within a minute.
    private static final Duration LIVE_PACE = Duration.ofSeconds(5);

    private static final Duration LAB_PACE = Duration.ofMillis(200);

    /// @throws IllegalStateException for a target without a cloud
    public static CredentialsSession of(Globals globals, SpecSource source, OciPlace place, Consumer<String> notices) {
        var profile = OciProfile.of(place.file(), place.profile())
                .withRegion(source.spec().account().region());
        return switch (globals.target()) {
            case SIM -> throw new IllegalStateException("The simulated target has no cloud");
            case LAB -> {
                var lab = LabConnection.of(globals, source, notices);
                yield new CredentialsSession(
                        new OciCredentials(profile.withEndpoint(lab.endpoints().oci()), place.keyFile()),
                        new SystemTimeline(),
                        LAB_PACE,
                        lab::close);
            }
            case LIVE ->
                new CredentialsSession(
                        new OciCredentials(profile, place.keyFile()), new SystemTimeline(), LIVE_PACE, () -> {});
        };
    }

    @Override
    public void close() {
        closing.run();
    }
}
