package dev.freehold.adapters.local.settings;

import static dev.freehold.ports.driver.Calls.TOKEN;
import static dev.freehold.ports.driver.Calls.created;
import static dev.freehold.ports.driver.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.local.HomeOutside;
import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.adapters.local.home.Home;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.resource.SetupResource.SettingsFile;
import dev.freehold.ports.driver.Calls;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.Outside;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.ResourceDriverContract;
import dev.freehold.ports.file.Disk;
import dev.freehold.ports.skeleton.LookFirst;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileDriverTest implements ResourceDriverContract<SettingsFile> {
    @TempDir
    private Path folder;

    private TargetFolder target = new Home(Path.of("unset"), Disk.UNFORCED).target("lab");

    @BeforeEach
    void at_a_home_of_its_own() {
        target = new Home(folder.resolve("home"), Disk.UNFORCED).target("lab");
    }

    @Override
    public ResourceDriver<SettingsFile> driver() {
        return new LookFirst<>(new SettingsFileDriver(target));
    }

    @Override
    public SettingsFile wanted() {
        return new SettingsFile("homelab", "you@example.org", "example.ts.net", List.of(Cidr.parse("203.0.113.7/32")));
    }

    @Override
    public Optional<SettingsFile> changed() {
        return Optional.of(new SettingsFile("homelab", "me@example.org", "other.ts.net", List.of()));
    }

    @Override
    public Context context() {
        return Calls.context(new SystemTimeline());
    }

    @Test
    void any_text_is_read_back_as_it_was_written() throws InterruptedException {
        for (var text :
                List.of("", "a: b", "\"quoted\"", "back\\slash", "#no comment", "tab\there", "\u0085", "null", "é")) {
            // given
            var wanted = new SettingsFile("homelab", text, text, List.of());
            // when
            var outputs = created(driver().create(wanted, TOKEN, context()));
            // then
            assertThat(driver().observe(wanted, context())).contains(new Observed(wanted, outputs));
        }
    }

    @Test
    void a_file_cut_anywhere_is_not_taken_for_whole_and_written_anew() throws Exception {
        // given
        var file = Path.of(text(created(driver().create(wanted(), TOKEN, context())), "file")
                .orElseThrow());
        var whole = Files.readString(file);
        for (int length = 0; length < whole.length() - 1; length++) {
            Files.writeString(file, whole.substring(0, length));
            // when, then
            assertThat(driver().observe(wanted(), context()))
                    .as("cut at %d", length)
                    .isEmpty();
        }
        driver().create(wanted(), TOKEN, context());
        assertThat(Files.readString(file)).isEqualTo(whole);
    }

    @Test
    void what_somebody_changed_is_seen_as_it_is() throws Exception {
        // given
        var file = Path.of(text(created(driver().create(wanted(), TOKEN, context())), "file")
                .orElseThrow());
        Files.writeString(file, Files.readString(file).replace("you@example.org", "me@example.org"));
        // when
        var seen = driver().observe(wanted(), context()).orElseThrow();
        // then
        assertThat(seen.actual())
                .isEqualTo(new SettingsFile(
                        "homelab", "me@example.org", "example.ts.net", List.of(Cidr.parse("203.0.113.7/32"))));
    }

    @Override
    public Outside outside() {
        return new Folder();
    }

    /// The target's folder.
    private final class Folder extends HomeOutside {
        private final Path file = target.path().resolve("settings.yaml");

        @Override
        public Stranger stranger() {
            throw Outside.cannotBe("whatever is called settings.yaml in Freehold's own folder is written anew");
        }

        @Override
        public Denial missingRight() {
            return unwritable(target.home().root());
        }

        @Override
        public int count() {
            return countOf(file);
        }

        @Override
        public void change() throws IOException {
            Files.writeString(file, Files.readString(file).replace("you@example.org", "me@example.org"));
        }

        @Override
        public void remove() throws IOException {
            Files.delete(file);
        }
    }
}
