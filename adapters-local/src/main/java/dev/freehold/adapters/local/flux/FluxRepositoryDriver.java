package dev.freehold.adapters.local.flux;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.FilePath;
import dev.freehold.domain.output.SetupOutputs.GitRepository;
import dev.freehold.domain.resource.SetupResource.FluxRepository;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.fetch.Fetcher;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// [FluxRepository] as a local Git repository, `flux` in the target's folder. Its `origin` is the spec's own
/// URL and is never called from here. Output: `folder`.
public final class FluxRepositoryDriver implements KindDriver<FluxRepository> {
    private static final String PART = "repository";

    private final RepositoryFiles files;
    private final Fetcher fetcher;
    private final String fluxVersion;
    private final Optional<String> fluxSha256;

    /// @param fluxVersion the release whose components are committed, such as `v2.9.4`
    /// @param fluxSha256 of its components, where it is known beforehand
    public FluxRepositoryDriver(
            RepositoryFiles files, Fetcher fetcher, String fluxVersion, Optional<String> fluxSha256) {
        this.files = files;
        this.fetcher = fetcher;
        this.fluxVersion = fluxVersion;
        this.fluxSha256 = fluxSha256;
    }

    @Override
    public Optional<Found<FluxRepository>> find(FluxRepository wanted, Context context) {
        return files.with(() -> files.git().exists()
                ? Optional.of(Found.ours(
                        files.git().folder().toString(), noted(wanted).orElse(wanted), outputs(), Optional.empty()))
                : Optional.empty());
    }

    @Override
    public boolean isWhole(Found<FluxRepository> there, FluxRepository wanted, Context context) {
        return files.with(() -> noted(wanted)).isPresent();
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    /// The repository that was made last, as far as all of it is there.
    private Optional<FluxRepository> noted(FluxRepository wanted) throws IOException {
        var generated = files.generated(PART);
        var git = files.git();
        if (generated.isEmpty() || git.url().isEmpty() || git.branch().isEmpty()) {
            return Optional.empty();
        }
        var path = git.note(PART, "path");
        var seconds = git.note(PART, "intervalseconds");
        var apps = git.note(PART, "apps");
        if (path.isEmpty()
                || apps.isEmpty()
                || seconds.filter(text -> text.matches("[0-9]{1,9}")).isEmpty()) {
            return Optional.empty();
        }
        var actual = new FluxRepository(
                wanted.name(),
                git.url().get(),
                git.branch().get(),
                path.get(),
                Duration.ofSeconds(Long.parseLong(seconds.get())),
                apps.get().isEmpty() ? List.of() : List.of(apps.get().split(",")),
                wanted.settings());
        // Cut short between the files and the notes, the two would not agree.
        var components = generated.get().get(componentsPath(actual));
        return components != null && RepositoryLayout.of(actual, components).equals(generated.get())
                ? Optional.of(actual)
                : Optional.empty();
    }

    private static String componentsPath(FluxRepository repository) {
        return RepositoryPaths.plain(repository.path()) + "/flux-system/gotk-components.yaml";
    }

    @Override
    public void make(FluxRepository wanted, Token token, Context context) throws InterruptedException {
        bring(wanted, context);
    }

    @Override
    public void change(Found<FluxRepository> there, FluxRepository wanted, Context context)
            throws InterruptedException {
        bring(wanted, context);
    }

    private void bring(FluxRepository wanted, Context context) throws InterruptedException {
        if (RepositoryPaths.isTaken(RepositoryPaths.plain(wanted.path()))) {
            throw RepositoryFiles.no(
                    "PathTaken",
                    "gitops.path is " + wanted.path() + ", but '" + RepositoryPaths.INFRASTRUCTURE
                            + "' is where the repository has what several clusters share. Name another folder, such as"
                            + " clusters/" + wanted.name() + ".");
        }
        switch (fetcher.fetch(components(), context)) {
            case Fetcher.NotFetched(var code, var words) -> throw RepositoryFiles.no(code, words);
            case Fetcher.Fetched fetched -> files.changing(() -> bring(wanted, fetched.file(), context));
        }
    }

    private Fetcher.Artifact components() {
        return new Fetcher.Artifact(
                "flux-" + fluxVersion,
                URI.create("https://github.com/fluxcd/flux2/releases/download/" + fluxVersion + "/install.yaml"),
                fluxSha256);
    }

    private void bring(FluxRepository wanted, Path components, Context context) throws IOException {
        files.begin(wanted.branch());
        var git = files.git();
        git.follow(wanted.branch());
        git.setRemote(wanted.url(), wanted.branch());
        files.bring(
                PART,
                RepositoryLayout.of(wanted, Files.readString(components)),
                "Bring the layout of " + wanted.name() + " up to date",
                context);
        git.note(
                PART,
                Map.of(
                        "path", wanted.path(),
                        "intervalseconds", String.valueOf(wanted.interval().toSeconds()),
                        "apps", String.join(",", wanted.apps())));
    }

    /// Where a person has committed something, the repository is moved aside instead.
    @Override
    public void remove(Found<FluxRepository> there, FluxRepository gone, Context context) {
        files.changing(() -> {
            if (files.git().holdsOnlyGenerated()) {
                files.git().remove();
            } else {
                context.progress()
                        .report("your commits are kept in " + files.git().moveAside());
            }
        });
    }

    /// A repository that was half made does not look like one.
    @Override
    public void removeRest(FluxRepository gone, Context context) {
        files.changing(() -> {
            if (files.git().isTaken()) {
                throw RepositoryFiles.no(
                        "NotARepository", files.git().folder() + " is no Git repository any more; it was not touched.");
            }
            files.git().remove();
        });
    }

    @Override
    public Listing listing() {
        return new Listing.Unlisted("there is one to a target, in the target's own folder");
    }

    private GitRepository outputs() {
        return new GitRepository(new FilePath(files.git().folder().toString()));
    }
}
