package dev.freehold.adapters.local.flux;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.FilePath;
import dev.freehold.domain.output.SetupOutputs.Manifest;
import dev.freehold.domain.output.Sha256;
import dev.freehold.domain.resource.SetupResource.CiliumManifest;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.fetch.ChartRenderer;
import dev.freehold.ports.fetch.Fetcher;
import dev.freehold.ports.file.FileReplacement;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// [CiliumManifest] as a file for the machine configurations, `secrets/cilium.yaml`, and as the same file in the
/// repository, from where Flux keeps it as it is. Outputs: `file` and `sha256`.
public final class CiliumManifestDriver implements KindDriver<CiliumManifest> {
    private static final String PART = "cilium";
    private static final String NAME = "cilium.yaml";
    private static final String PATH = RepositoryPaths.CILIUM + '/' + NAME;
    private static final Pattern SECRET = Pattern.compile("(?m)^kind:\\s*[\"']?Secret[\"']?\\s*$");

    private final TargetFolder target;
    private final RepositoryFiles files;
    private final Fetcher fetcher;
    private final ChartRenderer charts;

    public CiliumManifestDriver(TargetFolder target, RepositoryFiles files, Fetcher fetcher, ChartRenderer charts) {
        this.target = target;
        this.files = files;
        this.fetcher = fetcher;
        this.charts = charts;
    }

    @Override
    public Optional<Found<CiliumManifest>> find(CiliumManifest wanted, Context context) {
        return files.with(() -> {
            var generated = generated();
            return generated.isPresent()
                    ? Optional.of(Found.ours(
                            file().toString(),
                            noted(wanted).orElse(wanted),
                            outputs(generated.get()),
                            Optional.empty()))
                    : Optional.empty();
        });
    }

    private Optional<String> generated() throws IOException {
        return files.generated(PART).map(all -> all.get(PATH));
    }

    /// The manifest that was rendered last, as far as that was noted.
    private Optional<CiliumManifest> noted(CiliumManifest wanted) throws IOException {
        var git = files.git();
        var version = git.note(PART, "version");
        var endpoint = git.note(PART, "endpoint");
        var pods = git.note(PART, "pods");
        if (version.isEmpty() || endpoint.isEmpty() || pods.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CiliumManifest(
                wanted.name(), version.get(), Ipv4.parse(endpoint.get()), Cidr.parse(pods.get()), wanted.repository()));
    }

    @Override
    public boolean isWhole(Found<CiliumManifest> there, CiliumManifest wanted, Context context) {
        return files.with(() -> noted(wanted).isPresent()
                && Files.exists(file())
                && Optional.of(Files.readString(file())).equals(generated()));
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public void make(CiliumManifest wanted, Token token, Context context) throws InterruptedException {
        bring(wanted, context);
    }

    @Override
    public void change(Found<CiliumManifest> there, CiliumManifest wanted, Context context)
            throws InterruptedException {
        bring(wanted, context);
    }

    private void bring(CiliumManifest wanted, Context context) throws InterruptedException {
        var chart = Fetcher.Artifact.at(
                "cilium-" + wanted.version(), "https://helm.cilium.io/cilium-" + wanted.version() + ".tgz");
        var manifests = switch (fetcher.fetch(chart, context)) {
            case Fetcher.NotFetched(var code, var words) -> throw RepositoryFiles.no(code, words);
            case Fetcher.Fetched fetched -> rendered(wanted, fetched.file(), context);
        };
        files.changing(() -> write(wanted, manifests, context));
    }

    private String rendered(CiliumManifest wanted, Path chart, Context context) throws InterruptedException {
        return switch (charts.render(CiliumChart.of(wanted, chart), context)) {
            case ChartRenderer.NotRendered(var words) -> throw RepositoryFiles.no("NotRendered", words);
            case ChartRenderer.Rendered(var manifests)
            when SECRET.matcher(manifests).find() ->
                throw RepositoryFiles.no(
                        "HoldsASecret",
                        "Cilium " + wanted.version() + " renders a Secret, which must not be committed in plain. This"
                                + " is a bug in Freehold.");
            case ChartRenderer.Rendered(var manifests) -> manifests;
        };
    }

    private void write(CiliumManifest wanted, String manifests, Context context) throws IOException {
        files.bring(PART, Map.of(PATH, manifests), "Render Cilium " + wanted.version(), context);
        // The repository may hold a person's version by now; the machines begin with what was rendered.
        target.prepare(target.secrets());
        FileReplacement.write(target.secrets(), NAME, manifests.getBytes(StandardCharsets.UTF_8), target.disk());
        files.git()
                .note(
                        PART,
                        Map.of(
                                "version", wanted.version(),
                                "endpoint", wanted.endpoint().toString(),
                                "pods", wanted.pods().toString()));
    }

    @Override
    public void remove(Found<CiliumManifest> there, CiliumManifest gone, Context context) {
        files.changing(() -> {
            Files.deleteIfExists(file());
            files.remove(PART, "Remove Cilium", context);
        });
    }

    /// The machines' file outlives its repository.
    @Override
    public void removeRest(CiliumManifest gone, Context context) {
        files.changing(() -> Files.deleteIfExists(file()));
    }

    @Override
    public Listing listing() {
        return new Listing.Unlisted("it lies in the target's own folder, under one name");
    }

    private Path file() {
        return target.secrets().resolve(NAME);
    }

    private Manifest outputs(String manifests) {
        return new Manifest(new FilePath(file().toString()), new Sha256(sha256(manifests)));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
