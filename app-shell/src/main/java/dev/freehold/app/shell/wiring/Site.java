package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.fetch.Redirections;
import dev.freehold.adapters.local.tailscale.Tailscale;
import dev.freehold.adapters.oci.OciProfile;
import dev.freehold.adapters.oci.PollingPace;
import dev.freehold.domain.preflight.Stakes;
import dev.freehold.domain.secret.Secret;
import dev.freehold.engine.pace.Pace;
import dev.freehold.lab.LabEndpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where a target's services are, and how they are to be spoken to.
///
/// @param oci how calls to Oracle Cloud are signed, and where they go
/// @param polling how often a state that takes time is looked at
/// @param pace how hard the systems are driven
/// @param tailscale the base of Tailscale's API
/// @param tailnetClient the secret of the tailnet's OAuth client, where the site supplies one; else the vault has
/// it
/// @param socks the way to the machines' addresses; absent where they are reached directly
/// @param fetching where what is published on the network comes from
/// @param closing what is done when nobody needs it any more
record Site(
        Stakes stakes,
        OciProfile oci,
        PollingPace polling,
        Pace pace,
        URI tailscale,
        Supplier<Optional<Secret>> tailnetClient,
        @Nullable InetSocketAddress socks,
        Redirections fetching,
        Runnable closing)
        implements AutoCloseable {
    /// Oracle's own variables (its documentation, SDK and CLI configuration file).
    private static final String FILE_VARIABLE = "OCI_CLI_CONFIG_FILE";

    private static final String PROFILE_VARIABLE = "OCI_CLI_PROFILE";

    /// The services themselves, with the OCI configuration that Oracle's own clients use.
    static Site live(SpecSource source, Map<String, String> environment, Path userHome) {
        var named = environment.get(FILE_VARIABLE);
        var file = named == null ? userHome.resolve(".oci").resolve("config") : Path.of(named);
        var profile = environment.getOrDefault(PROFILE_VARIABLE, "DEFAULT");
        return new Site(
                Stakes.REAL,
                OciProfile.of(file, profile).withRegion(source.spec().region()),
                PollingPace.LIVE,
                Pace.USUAL,
                Tailscale.LIVE,
                Optional::empty,
                null,
                Redirections.NONE,
                () -> {});
    }

    /// The emulators of a lab, in which time goes faster.
    static Site lab(ReachedLab lab) {
        var endpoints = lab.endpoints();
        return new Site(
                Stakes.PRACTICE,
                OciProfile.of(endpoints.ociConfigFile(), "DEFAULT").withEndpoint(endpoints.oci()),
                polling(endpoints.pace()),
                Pace.USUAL.atSpeed(endpoints.pace()),
                endpoints.tailscaleApi(),
                () -> Optional.of(clientSecret(endpoints)),
                endpoints.socks(),
                Redirections.to(endpoints.publications()),
                lab::close);
    }

    /// The longest interval shrinks more than the first one: a lab takes any number of calls.
    private static PollingPace polling(double speed) {
        return new PollingPace(shorter(PollingPace.LIVE.first(), speed), shorter(PollingPace.LIVE.most(), speed * 5));
    }

    private static Duration shorter(Duration duration, double speed) {
        return Duration.ofMillis(Math.max(10, Math.round(duration.toMillis() / speed)));
    }

    private static Secret clientSecret(LabEndpoints endpoints) {
        try {
            return Secret.of(
                    Files.readString(endpoints.tailscaleClientSecretFile()).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The lab's tailnet secret can't be read", unreadable);
        }
    }

    @Override
    public void close() {
        closing.run();
    }
}
