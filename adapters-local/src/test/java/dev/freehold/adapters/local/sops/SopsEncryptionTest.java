package dev.freehold.adapters.local.sops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.adapters.local.age.Identity;
import dev.freehold.adapters.local.age.IdentityFile;
import dev.freehold.adapters.local.home.Home;
import dev.freehold.adapters.local.secret.HomeIdentity;
import dev.freehold.ports.document.DocumentEncryption.Opened;
import dev.freehold.ports.file.Disk;
import dev.freehold.ports.secret.Passphrases;
import dev.freehold.ports.secret.Undecryptable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which files of identities open a document, and what is said of those that do not.
class SopsEncryptionTest {
    private static final Instant NOW = Instant.parse("2026-12-01T01:02:03Z");
    private static final Identity OURS = Identity.generate();

    @TempDir
    private Path folder;

    private SopsEncryption sops() {
        var target = new Home(folder.resolve("home"), Disk.UNFORCED).target("live");
        Passphrases nobody = file -> {
            throw new AssertionError("nobody is to be asked for the passphrase of " + file);
        };
        return new SopsEncryption(target, new HomeIdentity(target, () -> NOW, nobody), nobody);
    }

    private static byte[] encrypted() {
        var plain = "a: 1\n".getBytes(StandardCharsets.UTF_8);
        return SopsFile.encrypt(
                plain, SopsFormat.YAML, new CreationRule(List.of(OURS.recipient()), Selection.USUAL, false), NOW);
    }

    @Test
    void why_a_file_of_identities_was_not_used_is_said_where_none_opens() throws Exception {
        // given
        var missing = folder.resolve("keys.txt");
        var plugin = Files.writeString(folder.resolve("plugin.txt"), "AGE-PLUGIN-YUBIKEY-1QGPSY\n");
        var broken = Files.writeString(folder.resolve("broken.txt"), "AGE-SECRET-KEY-1NONE\n");
        var closed = sops().of(folder.resolve("s.yaml")).read(encrypted());
        // when, then
        assertThatThrownBy(() -> closed.open(List.of(), List.of(missing, plugin, broken)))
                .isInstanceOf(Undecryptable.class)
                .hasMessageContainingAll(
                        missing + " is not there", plugin + ": ", "of a plugin", broken + ": its line 1")
                .hasMessageNotContaining("AGE-SECRET-KEY-1NONE");
    }

    @Test
    void one_that_opens_is_enough() throws Exception {
        // given
        var ours = Files.write(folder.resolve("ours.txt"), IdentityFile.of(OURS, NOW));
        // when
        var opened = sops().of(folder.resolve("s.yaml"))
                .read(encrypted())
                .open(List.of(), List.of(folder.resolve("keys.txt"), ours));
        // then
        assertThat(opened)
                .isInstanceOfSatisfying(
                        Opened.class,
                        whole -> assertThat(whole.plain()).asString().isEqualTo("a: 1\n"));
    }
}
