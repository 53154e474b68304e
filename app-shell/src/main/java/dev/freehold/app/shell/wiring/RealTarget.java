package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.images.BuilderDrivers;
import dev.freehold.adapters.images.LocalImages;
import dev.freehold.adapters.local.LocalDrivers;
import dev.freehold.adapters.local.LocalSsh;
import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.adapters.local.Tailscale;
import dev.freehold.adapters.oci.OciCloud;
import dev.freehold.adapters.proxmox.HostShells;
import dev.freehold.adapters.talos.ChartRenderers;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.domain.blueprint.Versions;
import dev.freehold.domain.preflight.Stakes;
import dev.freehold.domain.resource.SystemName;
import dev.freehold.engine.target.Target;
import dev.freehold.ports.driver.Drivers;
import dev.freehold.ports.driver.Inventory;
import dev.freehold.ports.driver.ServedSystems;
import dev.freehold.ports.image.ImageBuilder;
import dev.freehold.ports.probe.Probes;
import dev.freehold.ports.secret.SecretVault;
import dev.freehold.ports.time.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A target whose drivers are real adapters: they call the lab's emulators, or the services themselves.
final class RealTarget {
    /// Who logs into machines: the user that Debian's cloud images make.
    private static final String USER = "debian";

    private final Globals globals;
    private final SpecSource source;
    private final Site site;
    private final TargetRecords kept;
    private final Timeline timeline = new SystemTimeline();
    private final OciCloud cloud;
    private final Tailscale tailscale;
    private final LocalImages images;
    private final SecretVault vault;

    private RealTarget(Globals globals, SpecSource source, Site site) {
        this.globals = globals;
        this.source = source;
        this.site = site;
        this.kept = TargetRecords.of(globals);
        this.cloud = new OciCloud(site.oci(), source.spec().name(), site.speed().polling());
        this.vault = TargetSecrets.of(globals, PassphraseFile::readForDriver).vault();
        this.tailscale = new Tailscale(site.tailnet().api(), vault);
        this.images = new LocalImages(kept.target().path().resolve("images"), site.packages());
    }

    static TargetSession open(Globals globals, SpecSource source, Site site, Consumer<String> notices) {
        var real = new RealTarget(globals, source, site);
        var target = new Target(
                globals.target().word(),
                real::world,
                real.kept.journals(),
                SharedState.of(
                        globals.target().word(),
                        source.spec(),
                        real.cloud,
                        real.kept,
                        Targets.layers(real.kept, notices),
                        PassphraseFile::read,
                        notices),
                globals.seed(),
                site.speed().pace());
        return new TargetSession(target, node -> real.served().serves(node), () -> real.images, real::probes, () -> {
            real.kept.close();
            real.cloud.close();
            site.close();
        });
    }

    private Probes probes() {
        return new RealProbes(cloud.probes(timeline), images, tailscale, source.spec(), kept::states).probes();
    }

    private Target.World world() {
        var served = served();
        ImageBuilder building = images;
        if (globals.faults() != null) {
            var faults = FaultsFile.read(globals.faults());
            served = served.wrapped(faults::into, faults::into);
            building = faults.into(building);
        }
        return new Target.World(served, building, this::items, cloud.preflight(site.stakes()), timeline);
    }

    /// What real adapters reach today.
    private ServedSystems served() {
        return new ServedSystems(
                Map.of(
                        SystemName.LOCAL, computer(),
                        SystemName.BUILDER, builder(),
                        SystemName.OCI, cloud.drivers(),
                        SystemName.TAILNET, tailnet()),
                Map.of());
    }

    private List<Inventory.Item> items() throws InterruptedException {
        var items = new ArrayList<>(cloud.inventory().items());
        items.addAll(tailscale.inventory(source.spec().name()).items());
        return items;
    }

    private Drivers computer() {
        var fetcher = globals.offline()
                ? kept.target().offlineFetcher()
                : kept.target().fetcher(site.mirror());
        var secrets = site.stakes() == Stakes.PRACTICE ? new LabSecrets(vault) : vault;
        // What the lab gives in a publisher's place is its own, and small.
        var digest = site.mirror().isPresent() ? Optional.<String>empty() : Optional.of(Versions.FLUX_SHA256);
        return new LocalDrivers(kept.target(), secrets, fetcher, ChartRenderers.helm(), Versions.FLUX, digest);
    }

    private static Drivers builder() {
        return BuilderDrivers.onPath(System.getenv().getOrDefault("PATH", ""));
    }

    private Drivers tailnet() {
        var name = source.spec().name();
        var choice = kept.target().keyChoice(name);
        var agent = LocalSsh.agent(System.getenv("SSH_AUTH_SOCK"));
        var shell = HostShells.ssh(() -> choice.loginKey(agent), kept.target().knownHosts(), site.socks(), timeline);
        return tailscale.drivers(site.tailnet().client(), shell, name, USER);
    }
}
