package dev.freehold.adapters.local.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.domain.secret.Secret;
import dev.freehold.ports.secret.SecretVault;
import dev.freehold.ports.secret.SecretVaultContract;
import dev.freehold.ports.secret.Undecryptable;
import dev.freehold.ports.state.SampleEntries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileVaultTest implements SecretVaultContract {
    @TempDir
    private Path folder;

    @Override
    public SecretVault vault() {
        return fileVault();
    }

    private FileVault fileVault() {
        var home = new ASecretHome(folder);
        return new FileVault(home.target(), () -> SampleEntries.AT, new AgeEncryption(home.identity()));
    }

    @Override
    public Instant now() {
        return SampleEntries.AT.truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void only_the_owner_sees_anything_and_nothing_is_plain() throws IOException {
        // when
        vault().write(NAME, Secret.of("hunter2-the-token"));
        // then
        try (var all = Files.walk(new ASecretHome(folder).target().secrets())) {
            for (var path : all.toList()) {
                var wanted = Files.isDirectory(path) ? "rwx------" : "rw-------";
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as("%s", path)
                        .isEqualTo(wanted);
                if (Files.isRegularFile(path)) {
                    assertThat(new String(Files.readAllBytes(path), java.nio.charset.StandardCharsets.ISO_8859_1))
                            .doesNotContain("hunter2");
                }
            }
        }
    }

    @Test
    void a_damaged_file_is_told_of_and_left_as_it_is() throws IOException {
        // given
        vault().write(NAME, Secret.of("hunter2"));
        var file = fileVault().file(NAME);
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        // when, then
        assertThatThrownBy(() -> vault().read(NAME))
                .isInstanceOf(Undecryptable.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("backup")
                .hasMessageNotContaining("hunter2");
        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void what_a_killed_writer_left_is_no_secret_and_is_cleared_away() throws IOException {
        // given: process ids end at 2^22 on Linux
        vault().write(NAME, Secret.of("first"));
        var left = fileVault().file(NAME).resolveSibling(NAME + ".age.999999999-1.new");
        Files.writeString(left, "half of it");
        assertThat(vault().list()).hasSize(1);
        // when
        vault().write(NAME, Secret.of("second"));
        // then
        assertThat(left).doesNotExist();
        assertThat(vault().read(NAME)).contains(Secret.of("second"));
    }

    @Test
    void writers_at_once_leave_one_identity_and_whole_secrets() throws InterruptedException {
        // given
        var threads = new ArrayList<Thread>();
        var failures = java.util.Collections.synchronizedList(new ArrayList<Throwable>());
        for (int writer = 0; writer < 8; writer++) {
            var secret = Secret.of("of writer " + writer);
            threads.add(Thread.ofVirtual()
                    .uncaughtExceptionHandler((_, failure) -> failures.add(failure))
                    .unstarted(() -> vault().write(NAME, secret)));
        }
        // when
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }
        // then
        assertThat(failures).isEmpty();
        assertThat(vault().read(NAME).map(Secret::reveal).orElseThrow()).startsWith("of writer ");
        assertThat(List.of(fileVault().file(NAME).getParent().toFile().list())).containsExactly(NAME + ".age");
    }
}
