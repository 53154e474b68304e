package dev.freehold.adapters.local.flux;

import static dev.freehold.ports.driver.Calls.TOKEN;
import static dev.freehold.ports.driver.Calls.created;
import static dev.freehold.ports.driver.Calls.known;

import dev.freehold.adapters.local.Durability;
import dev.freehold.adapters.local.LocalDrivers;
import dev.freehold.adapters.local.LocalHome;
import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.adapters.local.git.GitFolder;
import dev.freehold.adapters.local.home.Home;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SetupResource.AgeIdentity;
import dev.freehold.domain.resource.SetupResource.CiliumManifest;
import dev.freehold.domain.resource.SetupResource.EncryptedSecret;
import dev.freehold.domain.resource.SetupResource.FluxRepository;
import dev.freehold.domain.resource.SetupResource.SopsConfiguration;
import dev.freehold.domain.secret.Secret;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.Outside.Stranger;
import dev.freehold.ports.fetch.ChartRenderer;
import dev.freehold.ports.file.Disk;
import dev.freehold.ports.secret.MemoryVault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;

/// Everything that setup makes of one repository, by the drivers of this computer, with a vault that has every
/// secret.
final class Setup {
    static final String PASSWORD = "s3cret-of-the-operator-oauth-client";

    final FluxRepository repository = new FluxRepository(
            "homelab",
            "https://git.example/you/freehold-flux.git",
            "main",
            "clusters/homelab",
            Duration.ofMinutes(1),
            List.of("tailscale-operator", "cert-manager", "alloy"),
            new Ref<>(new ResourceId("setup/settings-file/homelab")));
    final CiliumManifest cilium = new CiliumManifest(
            "cilium", "1.20.3", Ipv4.parse("10.20.0.10"), Cidr.parse("10.244.0.0/16"), Ref.to(repository));
    final AgeIdentity identity = new AgeIdentity("homelab");
    final SopsConfiguration sops = new SopsConfiguration("homelab", Ref.to(identity), Ref.to(repository));
    final EncryptedSecret oauth = new EncryptedSecret("operator-oauth", "tailscale", Ref.to(identity), Ref.to(sops));
    final EncryptedSecret grafana = new EncryptedSecret("grafana-cloud", "monitoring", Ref.to(identity), Ref.to(sops));

    final TargetFolder target;
    final MemoryVault vault = new MemoryVault(() -> Instant.EPOCH);
    final Map<ResourceId, Observed> made = new HashMap<>();
    final LocalDrivers drivers;

    Setup(Path folder) {
        this.target = new Home(folder.resolve("home"), Disk.UNFORCED).target("lab");
        var kept =
                LocalHome.at(folder.resolve("home"), Durability.PROCESS_DEATH).target("lab");
        ChartRenderer charts =
                (chart, _) -> new ChartRenderer.Rendered("""
                    ---
                    # %s
                    apiVersion: v1
                    kind: ConfigMap
                    metadata:
                      name: cilium-config
                      namespace: %s
                    """.formatted(chart.release(), chart.namespace()));
        this.drivers = new LocalDrivers(
                kept, vault, new PublishedFiles(folder.resolve("published")), charts, "v2.9.4", Optional.empty());
        put("operator-oauth.client-id", "id: \"1\"");
        put("operator-oauth.client-secret", PASSWORD);
        for (var key : List.of("logs-url", "logs-user", "metrics-url", "metrics-user", "token")) {
            put("grafana-cloud." + key, PASSWORD + key);
        }
    }

    void put(String name, String value) {
        vault.write(new SecretName(name), Secret.of(value));
    }

    Context context() {
        var timeline = new SystemTimeline();
        return new Context(
                known(made), timeline, Context.Progress.SILENT, timeline.now().plus(Duration.ofMinutes(5)));
    }

    List<Resource> all() {
        return List.of(repository, cilium, identity, sops, oauth, grafana);
    }

    /// Makes everything, in the order in which one needs the other.
    void make() throws InterruptedException {
        for (var resource : all()) {
            make(resource);
        }
    }

    <R extends Resource> void make(R resource) throws InterruptedException {
        made.put(resource.id(), new Observed(resource, created(answer(resource))));
    }

    <R extends Resource> CreateAnswer answer(R resource) throws InterruptedException {
        return drivers.of(resource).create(resource, TOKEN, context());
    }

    /// What a person committed at that path.
    Stranger committed(String path, String text) throws Exception {
        var file = git().folder().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        try (var git = Git.open(git().folder().toFile())) {
            git.add().addFilepattern(path).call();
            git.commit()
                    .setSign(false)
                    .setMessage("Mine")
                    .setAuthor("a", "b")
                    .setCommitter("a", "b")
                    .call();
        }
        return () -> List.of(git().text(path), Files.readString(file));
    }

    GitFolder git() {
        return new GitFolder(target.path().resolve("flux"), Disk.UNFORCED);
    }
}
