package dev.freehold.lab.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.lab.fault.WireFault.Mishap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireFaultsFileTest {
    @TempDir
    private Path folder;

    @Test
    void faults_are_read_with_what_is_left_out_filled_in() throws IOException {
        var file = file("""
            # three hosts are full, then it works
            - {method: POST, path: /20160918/instances, error: no-room, times: 3}
            - path: /n/*
              error: throttled
              retry-after: 7
            """);

        assertThat(WireFaultsFile.read(file))
                .containsExactly(
                        new WireFault("POST", "/20160918/instances", Mishap.NO_ROOM, 3, 2),
                        new WireFault("*", "/n/*", Mishap.THROTTLED, 1, 7));
        assertThat(WireFaultsFile.read(file(""))).isEmpty();
        assertThat(WireFaultsFile.read(file("[]"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "- {path: /n, error: reset} | 1: error is 'reset'; it can be throttled, server-error,",
                "- {path: /n, error: truncated, time: 2} | 1: there is no key 'time'; the keys are method, path",
                "- {error: truncated} | 1: a fault needs a path",
                "- {path: /n} | 1: a fault needs a error",
                "- {path: /n, error: truncated, times: 0} | 1: times is '0'; a whole number from 1",
                "- {path: /n, error: truncated, method: FETCH} | 1: method is 'FETCH'; it can be DELETE, GET",
                "- {path: /n, error: truncated, retry-after: 3} | 1: retry-after belongs to throttled alone",
                "path: /n | 1: a list of faults is expected here",
                "- {path: /n | 1: this is no YAML",
                "- {path: /n, path: /m, error: truncated} | 1:",
            })
    void what_is_wrong_is_said_with_its_line(String text, String said) throws IOException {
        var file = file(text);

        assertThatThrownBy(() -> WireFaultsFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ":")
                .hasMessageContaining(":" + said);
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> WireFaultsFile.read(folder.resolve("none.yaml")))
                .hasMessageContaining("none.yaml: the file can't be read");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("faults.yaml"), text);
    }
}
