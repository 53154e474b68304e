package dev.freehold.adapters.local.secret;

import static dev.freehold.ports.driver.Calls.TOKEN;
import static dev.freehold.ports.driver.Calls.created;
import static dev.freehold.ports.driver.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.local.HomeOutside;
import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.domain.resource.SetupResource.AgeIdentity;
import dev.freehold.ports.driver.Calls;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Outside;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.ResourceDriverContract;
import dev.freehold.ports.skeleton.LookFirst;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgeIdentityDriverTest implements ResourceDriverContract<AgeIdentity> {
    @TempDir
    private Path folder;

    @Override
    public ResourceDriver<AgeIdentity> driver() {
        return new LookFirst<>(new AgeIdentityDriver(new ASecretHome(folder).target()));
    }

    @Override
    public AgeIdentity wanted() {
        return new AgeIdentity("homelab");
    }

    @Override
    public Optional<AgeIdentity> changed() {
        return Optional.empty();
    }

    @Override
    public Context context() {
        return Calls.context(new SystemTimeline());
    }

    @Test
    void its_file_is_the_owners_alone() throws Exception {
        // when
        var outputs = created(driver().create(wanted(), TOKEN, context()));
        // then
        var file = Path.of(text(outputs, "file").orElseThrow());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(text(outputs, "recipient").orElseThrow()).startsWith("age1").hasSize(62);
        assertThat(file)
                .content()
                .contains("# public key: " + text(outputs, "recipient").orElseThrow());
        assertThat(outputs.toString()).doesNotContain("AGE-SECRET-KEY");
    }

    @Test
    void a_damaged_file_is_never_replaced() throws Exception {
        // given
        var outputs = created(driver().create(wanted(), TOKEN, context()));
        var file = Path.of(text(outputs, "file").orElseThrow());
        Files.writeString(file, "AGE-SECRET-KEY-1NOTQUITE\n");
        // when
        var answer = driver().create(wanted(), TOKEN, context());
        // then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.words())
                                .contains(file.toString(), "backup")
                                .doesNotContain("NOTQUITE"));
        assertThat(file).hasContent("AGE-SECRET-KEY-1NOTQUITE");
    }

    @Override
    public Outside outside() {
        return new Secrets();
    }

    /// The folder of the identities.
    private final class Secrets extends HomeOutside {
        private final Path file =
                new ASecretHome(folder).target().secrets().resolve("age").resolve("homelab");

        @Override
        public Stranger stranger() throws IOException {
            return written(file, "what I must not forget");
        }

        @Override
        public Denial missingRight() {
            return unwritable(new ASecretHome(folder).target().home().root());
        }

        @Override
        public int count() {
            return countOf(file);
        }

        /// Another identity in its place counts.
        @Override
        public void change() throws Exception {
            remove();
            created(driver().create(wanted(), TOKEN, context()));
        }

        @Override
        public void remove() throws IOException {
            Files.delete(file);
        }
    }
}
