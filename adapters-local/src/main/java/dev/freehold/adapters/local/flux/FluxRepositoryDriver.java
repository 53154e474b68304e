package dev.freehold.adapters.local.flux;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.FilePath;
import dev.freehold.domain.output.SetupOutputs.GitRepository;
import dev.freehold.domain.resource.SetupResource.FluxRepository;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.UpdateAnswer;
import dev.freehold.ports.fetch.Fetcher;
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
public final class FluxRepositoryDriver implements ResourceDriver<FluxRepository> {
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
    public Optional<Observed> observe(FluxRepository wanted, Context context) {
        return files.with(() -> noted(wanted).map(actual -> Observed.of(actual, outputs())));
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
    public CreateAnswer create(FluxRepository wanted, Token token, Context context) throws InterruptedException {
        var refused = bring(wanted, context);
        return refused.isPresent() ? refused.get() : CreateAnswer.Created.of(wanted, outputs());
    }

    @Override
    public UpdateAnswer update(FluxRepository before, FluxRepository wanted, Context context)
            throws InterruptedException {
        if (!files.git().exists()) {
            return RepositoryFiles.notThere(wanted.id());
        }
        var refused = bring(wanted, context);
        return refused.isPresent() ? refused.get() : UpdateAnswer.Updated.of(wanted, outputs());
    }

    private Optional<Refused> bring(FluxRepository wanted, Context context) throws InterruptedException {
        if (RepositoryPaths.isTaken(RepositoryPaths.plain(wanted.path()))) {
            return Optional.of(new Refused(
                    "PathTaken",
                    "gitops.path is " + wanted.path() + ", but '" + RepositoryPaths.INFRASTRUCTURE
                            + "' is where the repository has what several clusters share. Name another folder, such as"
                            + " clusters/" + wanted.name() + "."));
        }
        return switch (fetcher.fetch(components(), context)) {
            case Fetcher.NotFetched(var code, var words) -> Optional.of(new Refused(code, words));
            case Fetcher.Fetched fetched -> files.changing(Optional::of, () -> bring(wanted, fetched.file(), context));
        };
    }

    private Fetcher.Artifact components() {
        return new Fetcher.Artifact(
                "flux-" + fluxVersion,
                URI.create("https://github.com/fluxcd/flux2/releases/download/" + fluxVersion + "/install.yaml"),
                fluxSha256);
    }

    private Optional<Refused> bring(FluxRepository wanted, Path components, Context context) throws IOException {
        var refused = files.begin(wanted.branch());
        if (refused.isPresent()) {
            return refused;
        }
        var git = files.git();
        git.follow(wanted.branch());
        git.setRemote(wanted.url(), wanted.branch());
        refused = files.bring(
                PART,
                RepositoryLayout.of(wanted, Files.readString(components)),
                "Bring the layout of " + wanted.name() + " up to date",
                context);
        if (refused.isEmpty()) {
            git.note(
                    PART,
                    Map.of(
                            "path", wanted.path(),
                            "intervalseconds", String.valueOf(wanted.interval().toSeconds()),
                            "apps", String.join(",", wanted.apps())));
        }
        return refused;
    }

    /// Where a person has committed something, the repository is moved aside instead.
    @Override
    public DeleteAnswer delete(FluxRepository gone, Context context) {
        return files.changing(refused -> refused, () -> {
            var git = files.git();
            if (git.exists() && !git.holdsOnlyGenerated()) {
                var kept = git.moveAside();
                context.progress().report("your commits are kept in " + kept);
            } else if (git.isTaken()) {
                return new Refused(
                        "NotARepository", git.folder() + " is no Git repository any more; it was not touched.");
            } else {
                git.remove();
            }
            return new DeleteAnswer.Deleted();
        });
    }

    private GitRepository outputs() {
        return new GitRepository(new FilePath(files.git().folder().toString()));
    }
}
