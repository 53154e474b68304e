package dev.freehold.adapters.local.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.adapters.local.Program;
import dev.freehold.domain.secret.Secret;
import dev.freehold.ports.secret.Undecryptable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Debian's `age` and Freehold read each other's files.
@Tag("third-party")
class AgeReadsItTest {
    private static final Instant NOW = Instant.parse("2026-11-26T01:02:03Z");

    @TempDir
    private Path folder;

    private static byte[] plain(int length) {
        var plain = new byte[length];
        new SplittableRandom(length).nextBytes(plain);
        return plain;
    }

    private void age(String... words) throws Exception {
        var said = Program.in(folder, words);
        assertThat(said.code()).as(said.said()).isZero();
    }

    @Test
    void age_decrypts_what_freehold_encrypted() throws Exception {
        // given
        var identity = Identity.generate();
        Files.write(folder.resolve("identity"), IdentityFile.of(identity, NOW));
        for (int length : new int[] {0, 1, 65_536, 150_000}) {
            for (var form : AgeFile.Form.values()) {
                var recipients = List.of(Identity.generate().recipient(), identity.recipient());
                Files.write(folder.resolve("encrypted"), AgeFile.encrypt(plain(length), recipients, form));
                // when
                age("sh", "-c", "age -d -i identity encrypted > decrypted");
                // then
                assertThat(folder.resolve("decrypted")).hasBinaryContent(plain(length));
            }
        }
    }

    @Test
    void freehold_decrypts_what_age_encrypted() throws Exception {
        // given
        age("age-keygen", "-o", "identity");
        var identities = IdentityFile.read(Files.readAllBytes(folder.resolve("identity")));
        var recipient = identities.getFirst().recipient().text();
        for (int length : new int[] {0, 1, 65_536, 150_000}) {
            Files.write(folder.resolve("plain"), plain(length));
            // when
            age("age", "-r", recipient, "-o", "binary", "plain");
            age("age", "-a", "-r", recipient, "-o", "armored", "plain");
            // then
            for (var name : List.of("binary", "armored")) {
                var file = Files.readAllBytes(folder.resolve(name));
                assertThat(AgeFile.decrypt(file, identities)).isEqualTo(plain(length));
            }
        }
    }

    /// `age` asks at a terminal alone; `script` gives it one.
    @Test
    void a_passphrase_works_in_both_directions() throws Exception {
        // given
        var passphrase = Secret.of("correct horse");
        var identity = IdentityFile.of(Identity.generate(), NOW);
        Files.write(folder.resolve("ours"), IdentityFile.withPassphrase(identity, passphrase));
        Files.write(folder.resolve("plain"), identity);
        // when
        typed("age -d -o decrypted ours", "correct horse");
        typed("age -p -o theirs plain", "correct horse\ncorrect horse");
        // then
        assertThat(folder.resolve("decrypted")).hasBinaryContent(identity);
        var theirs = Files.readAllBytes(folder.resolve("theirs"));
        assertThat(IdentityFile.isProtected(theirs)).isTrue();
        assertThat(AgeFile.decrypt(theirs, passphrase)).isEqualTo(identity);
        assertThatThrownBy(() -> AgeFile.decrypt(theirs, Secret.of("wrong"))).isInstanceOf(Undecryptable.class);
    }

    private void typed(String command, String answers) throws Exception {
        Files.writeString(folder.resolve("answers"), answers + "\n", StandardCharsets.UTF_8);
        var said =
                Program.in(folder, "sh", "-c", "(sleep 1; cat answers; sleep 3) | script -qec '" + command + "' log");
        assertThat(said.code()).as(said.said()).isZero();
    }
}
