package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.Tailscale;
import dev.freehold.adapters.oci.OciProfile;
import dev.freehold.domain.preflight.Stakes;
import dev.freehold.domain.secret.Secret;
import dev.freehold.engine.pace.Pace;
import dev.freehold.lab.LabEndpoints;
import dev.freehold.ports.skeleton.PollingPace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where a target's services are, and how they are to be spoken to.
///
/// @param oci how calls to Oracle Cloud are signed, and where they go
/// @param speed how fast it is dealt with
/// @param tailnet where the tailnet is asked
/// @param socks the way to the machines' addresses; absent where they are reached directly
/// @param mirror of what is published on the network; empty for the publishers themselves
/// @param packages package sources by name, where the site supplies them in place of the vendors' own
/// @param closing what is done when nobody needs it any more
record Site(
        Stakes stakes,
        OciProfile oci,
        Speed speed,
        Tailnet tailnet,
        @Nullable InetSocketAddress socks,
        Optional<URI> mirror,
        Map<String, String> packages,
        Runnable closing)
        implements AutoCloseable {

    /// @param polling how often a state that takes time is looked at
    /// @param pace how hard the systems are driven
    record Speed(PollingPace polling, Pace pace) {}

    /// @param api the base of Tailscale's API
    /// @param client the secret of the tailnet's OAuth client, where the site supplies one; else the vault has
    /// it
    record Tailnet(URI api, Supplier<Optional<Secret>> client) {}

    /// The services themselves, with an OCI configuration as Oracle's own clients use it.
    static Site live(SpecSource source, OciPlace place) {
        return new Site(
                Stakes.REAL,
                OciProfile.of(place.file(), place.profile())
                        .withRegion(source.spec().account().region()),
                new Speed(PollingPace.LIVE, Pace.USUAL),
                new Tailnet(Tailscale.LIVE, Optional::empty),
                null,
                Optional.empty(),
                Map.of(),
                () -> {});
    }

    /// The emulators of a lab, in which time goes faster.
    ///
    /// @param place absent: the configuration that the lab itself writes
    static Site lab(LabConnection lab, @Nullable OciPlace place) {
        var endpoints = lab.endpoints();
        return new Site(
                Stakes.PRACTICE,
                (place == null
                                ? OciProfile.of(endpoints.ociConfigFile(), "DEFAULT")
                                : OciProfile.of(place.file(), place.profile()))
                        .withEndpoint(endpoints.oci()),
                new Speed(polling(endpoints.pace()), Pace.USUAL.atSpeed(endpoints.pace())),
                new Tailnet(endpoints.tailscaleApi(), () -> Optional.of(clientSecret(endpoints))),
                endpoints.socks(),
                Optional.of(endpoints.publications()),
                packages(endpoints),
                lab::close);
    }

    /// The longest interval shrinks more than the first one: a lab takes any number of calls.
    private static PollingPace polling(double speed) {
        return new PollingPace(shorter(PollingPace.LIVE.first(), speed), shorter(PollingPace.LIVE.most(), speed * 5));
    }

    private static Duration shorter(Duration duration, double speed) {
        return Duration.ofMillis(Math.max(10, Math.round(duration.toMillis() / speed)));
    }

    private static Map<String, String> packages(LabEndpoints endpoints) {
        var packages = new TreeMap<String, String>();
        endpoints.packageSources().forEach((name, place) -> packages.put(name, place.toString()));
        return packages;
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
