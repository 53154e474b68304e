package dev.freehold.adapters.local.flux;

import static dev.freehold.ports.driver.Calls.TOKEN;
import static dev.freehold.ports.driver.Calls.created;
import static dev.freehold.ports.driver.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.resource.SetupResource.CiliumManifest;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Outside;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.ResourceDriverContract;
import dev.freehold.ports.fetch.ChartRenderer;
import dev.freehold.ports.skeleton.LookFirst;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CiliumManifestDriverTest implements ResourceDriverContract<CiliumManifest> {
    private static final String PATH = "infrastructure/cilium/cilium.yaml";

    @TempDir
    private Path folder;

    private Optional<Setup> made = Optional.empty();

    @BeforeEach
    void with_a_repository() throws InterruptedException {
        var setup = new Setup(folder);
        setup.make(setup.repository);
        made = Optional.of(setup);
    }

    private Setup setup() {
        return made.orElseThrow();
    }

    @Override
    public ResourceDriver<CiliumManifest> driver() {
        return setup().drivers.of(setup().cilium);
    }

    @Override
    public CiliumManifest wanted() {
        return setup().cilium;
    }

    @Override
    public Optional<CiliumManifest> changed() {
        return Optional.of(new CiliumManifest(
                "cilium", "1.20.4", Ipv4.parse("10.20.0.99"), Cidr.parse("10.8.0.0/16"), wanted().repository()));
    }

    @Override
    public Context context() {
        return setup().context();
    }

    @Test
    void the_machines_and_the_repository_get_the_same_manifest() throws Exception {
        // when
        var outputs = created(driver().create(wanted(), TOKEN, context()));
        // then
        var file = Path.of(text(outputs, "file").orElseThrow());
        assertThat(file).hasContent(setup().git().text(PATH).orElseThrow());
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(text(outputs, "sha256").orElseThrow()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_chart_that_renders_a_secret_is_not_committed() throws Exception {
        // given
        ChartRenderer charts = (_, _) -> new ChartRenderer.Rendered("---\nkind: Secret\ndata: {}\n");
        var driver = new LookFirst<>(new CiliumManifestDriver(
                setup().target, new RepositoryFiles(setup().target), new PublishedFiles(folder.resolve("p")), charts));
        // when
        var answer = driver.create(wanted(), TOKEN, context());
        // then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("HoldsASecret"));
        assertThat(setup().git().text(PATH)).isEmpty();
    }

    @Test
    void cut_short_before_the_machines_file_it_is_not_seen_and_then_completed() throws Exception {
        // given
        var outputs = created(driver().create(wanted(), TOKEN, context()));
        Files.delete(Path.of(text(outputs, "file").orElseThrow()));
        // when
        assertThat(driver().observe(wanted(), context())).isEmpty();
        // then
        assertThat(created(driver().create(wanted(), TOKEN, context()))).isEqualTo(outputs);
        assertThat(driver().observe(wanted(), context())).isPresent();
    }

    @Override
    public Outside outside() {
        return new ManifestOutside();
    }

    /// The repository, and the file for the machines.
    private final class ManifestOutside extends FilesOutside {
        private final Path file = setup().target.secrets().resolve("cilium.yaml");

        ManifestOutside() {
            super(setup(), PATH);
        }

        @Override
        public int count() {
            return countOf(file);
        }

        @Override
        public void change() throws Exception {
            Files.writeString(file, "theirs: true\n");
        }

        @Override
        public void remove() throws Exception {
            Files.delete(file);
            setup().git().remove();
            setup().make(setup().repository);
        }
    }
}
