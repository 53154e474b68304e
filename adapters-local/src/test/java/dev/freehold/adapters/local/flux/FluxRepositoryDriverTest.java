package dev.freehold.adapters.local.flux;

import static dev.freehold.ports.driver.Calls.TOKEN;
import static dev.freehold.ports.driver.Calls.created;
import static dev.freehold.ports.driver.Calls.text;
import static dev.freehold.ports.driver.Calls.updated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.local.HomeOutside;
import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.adapters.local.git.GitFolder;
import dev.freehold.adapters.local.home.Home;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.domain.blueprint.Versions;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SetupResource.FluxRepository;
import dev.freehold.ports.driver.Calls;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Outside;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.ResourceDriverContract;
import dev.freehold.ports.fetch.Fetcher;
import dev.freehold.ports.file.Disk;
import dev.freehold.ports.skeleton.LookFirst;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FluxRepositoryDriverTest implements ResourceDriverContract<FluxRepository> {
    private static final String URL = "https://git.example/you/freehold-flux.git";

    @TempDir
    private Path folder;

    private TargetFolder target = new Home(Path.of("unset"), Disk.UNFORCED).target("lab");

    @BeforeEach
    void at_a_home_of_its_own() {
        target = new Home(folder.resolve("home"), Disk.UNFORCED).target("lab");
    }

    @Override
    public ResourceDriver<FluxRepository> driver() {
        return new LookFirst<>(new FluxRepositoryDriver(
                new RepositoryFiles(target),
                new PublishedFiles(folder.resolve("published")),
                "v2.9.4",
                Optional.empty()));
    }

    private static FluxRepository repository(
            String url, String branch, String path, Duration interval, String... apps) {
        return new FluxRepository(
                "homelab",
                url,
                branch,
                path,
                interval,
                List.of(apps),
                new Ref<>(new ResourceId("setup/settings-file/homelab")));
    }

    @Override
    public FluxRepository wanted() {
        return repository(
                URL, "main", "clusters/homelab", Duration.ofMinutes(1), "tailscale-operator", "cert-manager", "alloy");
    }

    @Override
    public Optional<FluxRepository> changed() {
        return Optional.of(repository(
                "ssh://git@git.example/you/other.git",
                "live",
                "./clusters/other/",
                Duration.ofSeconds(90),
                "cert-manager"));
    }

    @Override
    public Context context() {
        return Calls.context(new SystemTimeline());
    }

    private GitFolder git() {
        return new GitFolder(target.path().resolve("flux"), Disk.UNFORCED);
    }

    private Git porcelain() throws Exception {
        return Git.open(git().folder().toFile());
    }

    private int commits() throws Exception {
        try (var git = porcelain()) {
            int count = 0;
            for (var _ : git.log().call()) {
                count++;
            }
            return count;
        }
    }

    private void edit(String path, String from, String to) throws Exception {
        var file = git().folder().resolve(path);
        Files.writeString(file, Files.readString(file).replace(from, to));
        try (var git = porcelain()) {
            git.add().addFilepattern(path).call();
            git.commit()
                    .setSign(false)
                    .setMessage("Edit")
                    .setAuthor("a", "b")
                    .setCommitter("a", "b")
                    .call();
        }
    }

    @Test
    void the_repository_carries_the_specs_own_url_and_branch() throws Exception {
        // when
        var outputs = created(driver().create(wanted(), TOKEN, context()));
        // then
        assertThat(text(outputs, "folder")).contains(git().folder().toString());
        assertThat(git().url()).contains(URL);
        assertThat(git().branch()).contains("main");
    }

    @Test
    void its_first_objects_have_the_names_that_the_cluster_has_them_under() throws Exception {
        // when
        created(driver().create(wanted(), TOKEN, context()));
        // then
        assertThat(git().text("clusters/homelab/flux-system/gotk-sync.yaml").orElseThrow())
                .contains("kind: GitRepository", "name: \"homelab\"", "interval: 1m", "url: \"" + URL + "\"")
                .contains("kind: Kustomization", "path: \"./clusters/homelab\"", "provider: sops", "name: sops-age");
        assertThat(git().text("clusters/homelab/flux-system/gotk-components.yaml")
                        .orElseThrow())
                .contains("flux-v2.9.4");
        assertThat(git().text("clusters/homelab/infrastructure.yaml").orElseThrow())
                .contains("""
                      dependsOn:
                        - name: "infrastructure-namespaces"
                        - name: "infrastructure-sources"
                        - name: "infrastructure-secrets"
                    """);
        assertThat(git().text("infrastructure/releases/alloy.yaml").orElseThrow())
                .contains("kind: HelmRelease", "namespace: \"monitoring\"", "name: grafana-cloud");
    }

    @Test
    void setting_up_again_changes_nothing() throws Exception {
        // given
        created(driver().create(wanted(), TOKEN, context()));
        var commits = commits();
        // when
        updated(driver().update(wanted(), wanted(), context()));
        // then
        assertThat(commits()).isEqualTo(commits);
    }

    @Test
    void an_edit_of_theirs_outlives_a_change_of_ours_in_the_same_file() throws Exception {
        // given
        created(driver().create(wanted(), TOKEN, context()));
        edit("infrastructure/releases/cert-manager.yaml", "version: \"1.x\"", "version: \"1.20.1\"");
        edit("clusters/homelab/infrastructure.yaml", "timeout: 10m", "timeout: 30m");
        var slower = repository(
                URL, "main", "clusters/homelab", Duration.ofMinutes(5), "tailscale-operator", "cert-manager", "alloy");
        // when
        updated(driver().update(wanted(), slower, context()));
        // then
        assertThat(git().text("infrastructure/releases/cert-manager.yaml").orElseThrow())
                .contains("1.20.1");
        assertThat(git().text("clusters/homelab/flux-system/gotk-sync.yaml").orElseThrow())
                .contains("interval: 5m");
    }

    @Test
    void a_conflict_is_named_with_file_and_line_and_both_versions_are_there_to_look_at() throws Exception {
        // given
        created(driver().create(wanted(), TOKEN, context()));
        edit("clusters/homelab/flux-system/gotk-sync.yaml", "interval: 1m", "interval: 7m");
        var slower = repository(URL, "main", "clusters/homelab", Duration.ofMinutes(5), "cert-manager");
        // when
        var answer = driver().update(wanted(), slower, context());
        // then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.words())
                                .contains(
                                        "clusters/homelab/flux-system/gotk-sync.yaml (line 8)",
                                        GitFolder.KEEP,
                                        "Nothing was changed"));
        assertThat(git().folder().resolve(".git/freehold-conflicts/clusters/homelab/flux-system/gotk-sync.yaml"))
                .content()
                .contains("interval: 7m", "interval: 5m");
        assertThat(git().text("infrastructure/releases/alloy.yaml")).isPresent();
    }

    @Test
    void a_folder_of_somebody_elses_is_left_alone() throws Exception {
        // given
        Files.createDirectories(git().folder());
        Files.writeString(git().folder().resolve("mine.txt"), "mine");
        // when
        var answer = driver().create(wanted(), TOKEN, context());
        // then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.words()).contains("is no Git repository"));
        assertThat(git().folder().toFile().list()).containsExactly("mine.txt");
    }

    @Test
    void a_path_that_the_layout_needs_itself_is_refused_before_anything_is_made() throws Exception {
        assertThat(driver().create(
                                repository(URL, "main", "infrastructure/x", Duration.ofMinutes(1)), TOKEN, context()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.words()).contains("gitops.path"));
        assertThat(git().folder()).doesNotExist();
    }

    @Test
    void what_a_person_committed_is_kept_when_the_repository_is_deleted() throws Exception {
        // given
        created(driver().create(wanted(), TOKEN, context()));
        edit("README.md", "# What runs", "# All that runs");
        // when
        driver().delete(wanted(), context());
        // then
        assertThat(git().exists()).isFalse();
        assertThat(target.path().resolve("flux-kept-1/README.md")).content().contains("# All that runs");
    }

    @Test
    void without_the_components_nothing_is_made() throws Exception {
        // given
        Fetcher offline = (artifact, _) -> new Fetcher.NotFetched("Offline", artifact.name() + " is not kept");
        // when
        var answer = new LookFirst<>(
                        new FluxRepositoryDriver(new RepositoryFiles(target), offline, "v2.9.4", Optional.empty()))
                .create(wanted(), TOKEN, context());
        // then
        assertThat(answer).isEqualTo(new Refused("Offline", "flux-v2.9.4 is not kept"));
        assertThat(git().folder()).doesNotExist();
    }

    @Test
    void components_are_asked_for_by_the_digest_that_is_known_of_them() throws Exception {
        // given
        var asked = new ArrayList<Fetcher.Artifact>();
        Fetcher altered = (artifact, _) -> {
            asked.add(artifact);
            return new Fetcher.NotFetched("Altered", artifact.name() + " is another");
        };
        // when
        var answer = new LookFirst<>(new FluxRepositoryDriver(
                        new RepositoryFiles(target), altered, Versions.FLUX, Optional.of(Versions.FLUX_SHA256)))
                .create(wanted(), TOKEN, context());
        // then
        assertThat(answer).isEqualTo(new Refused("Altered", "flux-" + Versions.FLUX + " is another"));
        assertThat(asked).extracting(Fetcher.Artifact::sha256).containsExactly(Optional.of(Versions.FLUX_SHA256));
        assertThat(git().folder()).doesNotExist();
    }

    /// A kill leaves one of these behind: each is gone on from, and ends the same.
    @Test
    void killed_anywhere_the_same_creation_ends_in_the_same_files() throws Exception {
        // given
        created(driver().create(wanted(), TOKEN, context()));
        var whole = git().generated("repository").orElseThrow();
        List<Cut> cuts = List.of(
                () -> Files.delete(git().folder().resolve("infrastructure/sources/alloy.yaml")),
                () -> Files.writeString(git().folder().resolve(".git/freehold.new"), "half"),
                () -> Files.delete(git().folder().resolve(".git/index")),
                () -> Files.delete(git().folder().resolve(".git/refs/heads/main")),
                () -> Files.delete(git().folder().resolve(".git/refs/freehold/generated/repository")));
        for (var cut : cuts) {
            cut.make();
            // when
            created(driver().create(wanted(), TOKEN, context()));
            // then
            assertThat(git().generated("repository")).contains(whole);
            assertThat(git().text("infrastructure/sources/alloy.yaml"))
                    .contains(whole.get("infrastructure/sources/alloy.yaml"));
            assertThat(driver().observe(wanted(), context())).isPresent();
        }
    }

    private interface Cut {
        void make() throws Exception;
    }

    @Override
    public Outside outside() {
        return new RepositoryOutside();
    }

    /// The folder of the repository.
    private final class RepositoryOutside extends HomeOutside {
        @Override
        public Stranger stranger() throws Exception {
            return written(git().folder().resolve("mine.txt"), "mine");
        }

        @Override
        public Denial missingRight() {
            return unwritable(target.home().root());
        }

        @Override
        public int count() {
            return git().exists() ? 1 : 0;
        }

        @Override
        public void change() throws Exception {
            git().setRemote("https://git.example/they/theirs.git", "main");
        }

        @Override
        public void remove() throws Exception {
            git().remove();
        }
    }
}
