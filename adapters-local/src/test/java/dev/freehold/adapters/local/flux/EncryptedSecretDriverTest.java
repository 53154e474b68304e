package dev.freehold.adapters.local.flux;

import static dev.freehold.ports.driver.Calls.TOKEN;
import static dev.freehold.ports.driver.Calls.created;
import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.SetupResource.EncryptedSecret;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.ports.driver.Calls;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.Outside;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.ResourceDriverContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.revwalk.ObjectWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedSecretDriverTest implements ResourceDriverContract<EncryptedSecret> {
    private static final String PATH = "infrastructure/secrets/operator-oauth.sops.yaml";

    @TempDir
    private Path folder;

    private Optional<Setup> made = Optional.empty();

    @BeforeEach
    void with_all_that_it_refers_to() throws InterruptedException {
        var setup = new Setup(folder);
        setup.make(setup.repository);
        setup.make(setup.identity);
        setup.make(setup.sops);
        made = Optional.of(setup);
    }

    private Setup setup() {
        return made.orElseThrow();
    }

    @Override
    public ResourceDriver<EncryptedSecret> driver() {
        return setup().drivers.of(setup().oauth);
    }

    @Override
    public EncryptedSecret wanted() {
        return setup().oauth;
    }

    @Override
    public Optional<EncryptedSecret> changed() {
        return Optional.empty();
    }

    @Override
    public Context context() {
        return setup().context();
    }

    private String text() throws IOException {
        return setup().git().text(PATH).orElseThrow();
    }

    @Test
    void what_flux_needs_to_see_is_plain_and_the_values_are_not() throws Exception {
        // when
        var outputs = created(driver().create(wanted(), TOKEN, context()));
        // then
        assertThat(Calls.text(outputs, "file").orElseThrow()).endsWith("flux/" + PATH);
        assertThat(text())
                .contains("kind: Secret", "name: operator-oauth", "namespace: tailscale", "client_id: ENC[AES256_GCM")
                .contains("encrypted_regex: ^(data|stringData)$")
                .doesNotContain(Setup.PASSWORD);
    }

    @Test
    void it_is_not_encrypted_anew_as_long_as_it_says_what_the_vault_says() throws Exception {
        // given
        created(driver().create(wanted(), TOKEN, context()));
        var before = text();
        // when
        created(driver().create(wanted(), TOKEN, context()));
        // then
        assertThat(text()).isEqualTo(before);
    }

    @Test
    void another_value_in_the_vault_is_seen_and_brought() throws Exception {
        // given
        created(driver().create(wanted(), TOKEN, context()));
        var before = text();
        setup().put("operator-oauth.client-secret", "rotated");
        // when
        assertThat(driver().observe(wanted(), context())).isEmpty();
        created(driver().create(wanted(), TOKEN, context()));
        // then
        assertThat(text()).isNotEqualTo(before);
        assertThat(driver().observe(wanted(), context())).isPresent();
    }

    @Test
    void for_another_identity_it_is_encrypted_anew() throws Exception {
        // given
        created(driver().create(wanted(), TOKEN, context()));
        var before = text();
        var identities = setup().drivers.of(setup().identity);
        assertThat(identities.delete(setup().identity, context())).isInstanceOf(DeleteAnswer.Deleted.class);
        setup().make(setup().identity);
        setup().make(setup().sops);
        // when
        created(driver().create(wanted(), TOKEN, context()));
        // then
        var recipient = Calls.text(setup().made.get(setup().identity.id()).outputs(), "recipient")
                .orElseThrow();
        assertThat(text()).isNotEqualTo(before).contains("recipient: " + recipient);
        assertThat(setup().git().text(".sops.yaml").orElseThrow()).contains("age: " + recipient);
    }

    @Test
    void a_value_that_is_missing_is_named_and_nothing_is_committed() throws Exception {
        // given
        setup().vault.remove(new SecretName("operator-oauth.client-id"));
        // when
        var answer = driver().create(wanted(), TOKEN, context());
        // then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.words())
                                .contains("operator-oauth.client-id", "freehold secrets set")
                                .doesNotContain(Setup.PASSWORD));
        assertThat(setup().git().text(PATH)).isEmpty();
    }

    @Test
    void no_value_of_any_secret_is_in_any_file_of_the_repository_not_even_in_a_pack() throws Exception {
        // given
        setup().make();
        try (var git = Git.open(setup().git().folder().toFile())) {
            git.gc().setExpire(Instant.EPOCH).call();
        }
        // when
        int files = 0;
        try (var paths = Files.walk(setup().git().folder())) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                var raw = Files.readAllBytes(path);
                assertThat(new String(raw, StandardCharsets.ISO_8859_1))
                        .as(path.toString())
                        .doesNotContain(Setup.PASSWORD);
                files++;
            }
        }
        for (var blob : blobs()) {
            assertThat(blob).doesNotContain(Setup.PASSWORD);
        }
        // then: the look itself can see, for what is not secret is found
        assertThat(files).isGreaterThan(20);
        assertThat(blobs()).anyMatch(blob -> blob.contains("git-credential"));
    }

    /// As the engine lets them: all that can be made beside each other, at once.
    @Test
    void parts_that_come_at_the_same_time_all_get_in() throws Exception {
        // given
        var setup = setup();
        var answers = new ConcurrentHashMap<String, Boolean>();
        var threads = new ArrayList<Thread>();
        for (var resource : List.of(setup.oauth, setup.grafana, setup.cilium, setup.sops)) {
            threads.add(Thread.ofVirtual().start(() -> answers.put(resource.id().text(), isMade(setup, resource))));
        }
        // when
        for (var thread : threads) {
            thread.join();
        }
        // then
        assertThat(answers).hasSize(4).doesNotContainValue(false);
        assertThat(setup.git().text(PATH)).isPresent();
        assertThat(setup.git().text("infrastructure/cilium/cilium.yaml")).isPresent();
    }

    private static boolean isMade(Setup setup, Resource resource) {
        try {
            return setup.answer(resource) instanceof CreateAnswer.Created;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    /// Every object of the repository, unpacked.
    private List<String> blobs() throws IOException {
        var texts = new ArrayList<String>();
        try (var git = Git.open(setup().git().folder().toFile());
                var reader = git.getRepository().newObjectReader();
                var walk = new ObjectWalk(reader)) {
            for (var ref : git.getRepository().getRefDatabase().getRefs()) {
                walk.markStart(walk.parseAny(ref.getObjectId()));
            }
            while (walk.next() != null) {
                // the commits come first
            }
            for (var object = walk.nextObject(); object != null; object = walk.nextObject()) {
                texts.add(new String(reader.open(object).getBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    @Override
    public Outside outside() {
        return new SecretOutside();
    }

    /// The repository, and the vault that has the values.
    private final class SecretOutside extends FilesOutside {
        SecretOutside() {
            super(setup(), PATH);
        }

        @Override
        public List<String> secrets() {
            return List.of(Setup.PASSWORD);
        }

        @Override
        public int count() throws Exception {
            return setup().git().text(PATH).isPresent() ? 1 : 0;
        }

        /// What a person commits into the file is theirs. What it says can change in the vault alone.
        @Override
        public void change() {
            setup().put("operator-oauth.client-secret", "rotated");
        }

        @Override
        public void remove() throws Exception {
            setup().git().remove();
            setup().make(setup().repository);
            setup().make(setup().sops);
        }
    }
}
