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
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.UpdateAnswer;
import dev.freehold.ports.fetch.ChartRenderer;
import dev.freehold.ports.fetch.Fetcher;
import dev.freehold.ports.file.FileReplacement;
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
public final class CiliumManifestDriver implements ResourceDriver<CiliumManifest> {
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
    public Optional<Observed> observe(CiliumManifest wanted, Context context) {
        return files.with(() -> {
            var generated = files.generated(PART).map(all -> all.get(PATH));
            if (generated.isEmpty()
                    || !Files.exists(file())
                    || !Files.readString(file()).equals(generated.get())) {
                return Optional.empty();
            }
            var git = files.git();
            var version = git.note(PART, "version");
            var endpoint = git.note(PART, "endpoint");
            var pods = git.note(PART, "pods");
            if (version.isEmpty() || endpoint.isEmpty() || pods.isEmpty()) {
                return Optional.empty();
            }
            var actual = new CiliumManifest(
                    wanted.name(),
                    version.get(),
                    Ipv4.parse(endpoint.get()),
                    Cidr.parse(pods.get()),
                    wanted.repository());
            return Optional.of(Observed.of(actual, outputs(generated.get())));
        });
    }

    @Override
    public CreateAnswer create(CiliumManifest wanted, Token token, Context context) throws InterruptedException {
        return switch (made(wanted, context)) {
            case Made(var outputs) -> CreateAnswer.Created.of(wanted, outputs);
            case NotMade(var refused) -> refused;
        };
    }

    @Override
    public UpdateAnswer update(CiliumManifest before, CiliumManifest wanted, Context context)
            throws InterruptedException {
        if (files.with(() -> files.generated(PART)).isEmpty()) {
            return RepositoryFiles.notThere(wanted.id());
        }
        return switch (made(wanted, context)) {
            case Made(var outputs) -> UpdateAnswer.Updated.of(wanted, outputs);
            case NotMade(var refused) -> refused;
        };
    }

    private sealed interface Making {}

    private record Made(Manifest outputs) implements Making {}

    private record NotMade(Refused refused) implements Making {}

    private Making made(CiliumManifest wanted, Context context) throws InterruptedException {
        var chart = Fetcher.Artifact.at(
                "cilium-" + wanted.version(), "https://helm.cilium.io/cilium-" + wanted.version() + ".tgz");
        return switch (fetcher.fetch(chart, context)) {
            case Fetcher.NotFetched(var code, var words) -> new NotMade(new Refused(code, words));
            case Fetcher.Fetched fetched -> rendered(wanted, fetched.file(), context);
        };
    }

    private Making rendered(CiliumManifest wanted, Path chart, Context context) throws InterruptedException {
        var answer = charts.render(CiliumChart.of(wanted, chart), context);
        return switch (answer) {
            case ChartRenderer.NotRendered(var words) -> new NotMade(new Refused("NotRendered", words));
            case ChartRenderer.Rendered(var manifests)
            when SECRET.matcher(manifests).find() ->
                new NotMade(new Refused(
                        "HoldsASecret",
                        "Cilium " + wanted.version() + " renders a Secret, which must not be committed in plain. This"
                                + " is a bug in Freehold."));
            case ChartRenderer.Rendered(var manifests) ->
                files.changing(NotMade::new, () -> written(wanted, manifests, context));
        };
    }

    private Making written(CiliumManifest wanted, String manifests, Context context) throws IOException {
        if (!files.git().exists()) {
            return new NotMade(files.noRepository());
        }
        var refused = files.bring(PART, Map.of(PATH, manifests), "Render Cilium " + wanted.version(), context);
        if (refused.isPresent()) {
            return new NotMade(refused.get());
        }
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
        return new Made(outputs(manifests));
    }

    @Override
    public DeleteAnswer delete(CiliumManifest gone, Context context) {
        return files.changing(refused -> refused, () -> {
            Files.deleteIfExists(file());
            return files.remove(PART, "Remove Cilium", context);
        });
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
