package dev.freehold.app.shell.action.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.Started;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder that came from somebody else may have links in it that lead anywhere.
class LinkedSpecTest {
    @TempDir
    private Path folder;

    private Path others;
    private Path spec;

    @BeforeEach
    void a_file_of_the_persons_elsewhere() throws Exception {
        others = Files.writeString(folder.resolve("authorized_keys"), "theirs\n");
        spec = folder.resolve("freehold.yaml");
    }

    private Started init(String... words) {
        var all = new ArrayList<>(List.of("init", "--topology", "two-node", "-f", spec.toString()));
        all.addAll(List.of(words));
        return Started.in(folder.resolve("home"), all.toArray(String[]::new));
    }

    @Test
    void nothing_is_written_through_a_link_by_force() throws Exception {
        Files.createSymbolicLink(spec, others);

        var started = init("--force");

        assertThat(started.code()).isEqualTo(2);
        assertThat(started.err()).contains("symbolic link", "--file");
        assertThat(others).hasContent("theirs");
    }

    @Test
    void a_link_to_nothing_is_no_place_for_a_spec() throws Exception {
        var nowhere = folder.resolve("nowhere");
        Files.createSymbolicLink(spec, nowhere);

        assertThat(init().code()).isEqualTo(2);
        assertThat(init("--force").code()).isEqualTo(2);
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void a_link_where_the_spec_is_written_aside_is_not_followed() throws Exception {
        Files.createSymbolicLink(folder.resolve("freehold.yaml.new"), others);

        assertThat(init().code()).isZero();
        assertThat(init("--force").code()).isZero();

        assertThat(others).hasContent("theirs");
        assertThat(spec).isRegularFile();
        assertThat(folder.resolve("freehold.yaml.new")).doesNotExist();
    }
}
