package dev.freehold.adapters.local.flux;

import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.SetupResource.AgeIdentity;
import dev.freehold.domain.resource.SetupResource.SopsConfiguration;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Outside;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.ResourceDriverContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SopsConfigurationDriverTest implements ResourceDriverContract<SopsConfiguration> {
    private static final String PATH = ".sops.yaml";
    private static final AgeIdentity OTHER = new AgeIdentity("other");

    @TempDir
    private Path folder;

    private Optional<Setup> made = Optional.empty();

    @BeforeEach
    void with_a_repository_and_two_identities() throws InterruptedException {
        var setup = new Setup(folder);
        setup.make(setup.repository);
        setup.make(setup.identity);
        setup.make(OTHER);
        made = Optional.of(setup);
    }

    private Setup setup() {
        return made.orElseThrow();
    }

    @Override
    public ResourceDriver<SopsConfiguration> driver() {
        return setup().drivers.of(setup().sops);
    }

    @Override
    public SopsConfiguration wanted() {
        return setup().sops;
    }

    @Override
    public Optional<SopsConfiguration> changed() {
        return Optional.of(new SopsConfiguration(wanted().name(), Ref.to(OTHER), wanted().repository()));
    }

    @Override
    public Context context() {
        return setup().context();
    }

    @Override
    public Outside outside() {
        return new ConfigurationOutside();
    }

    /// The repository, and the identity that is encrypted to.
    private final class ConfigurationOutside extends FilesOutside {
        ConfigurationOutside() {
            super(setup(), PATH);
        }

        @Override
        public int count() throws Exception {
            return setup().git().text(PATH).isPresent() ? 1 : 0;
        }

        /// What a person commits into the file is theirs. To whom it encrypts can change with the identity
        /// alone.
        @Override
        public void change() throws Exception {
            setup().drivers.of(setup().identity).delete(setup().identity, context());
            setup().make(setup().identity);
        }

        @Override
        public void remove() throws Exception {
            setup().git().remove();
            setup().make(setup().repository);
        }
    }
}
