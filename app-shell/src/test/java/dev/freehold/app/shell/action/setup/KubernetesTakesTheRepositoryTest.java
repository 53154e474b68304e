package dev.freehold.app.shell.action.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.app.shell.Started;
import dev.freehold.app.shell.action.setup.KubernetesTools.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.DuplicateKeyException;

/// What setup writes for Flux, held against the definitions of those who will read it: Kubernetes' OpenAPI
/// document, Flux' resource definitions, and kustomize itself. Cilium's manifest is of its publisher's chart.
@Tag("third-party")
class KubernetesTakesTheRepositoryTest {
    private static final Pattern PATH = Pattern.compile("(?m)^ {2}path: \"\\./(.+)\"$");

    @TempDir
    private static Path shared;

    private static KubernetesTools tools;
    private static Path repository;

    @TempDir
    private Path folder;

    @BeforeAll
    static void set_up_on_the_lab_with_the_real_chart() throws Exception {
        tools = KubernetesTools.installed(shared.resolve("schemas"));
        var home = shared.resolve("home");
        keep(tools.ciliumChart(), "cilium-1.20.3", "https://helm.cilium.io/cilium-1.20.3.tgz", home.resolve("lab"));
        var setup = Started.in(home, "--target", "lab", "setup", "flux", "--yes");
        assertThat(setup.code()).as(setup.err() + setup.out()).isZero();
        repository = home.resolve("lab/flux");
        assertThat(repository.resolve("infrastructure/cilium/cilium.yaml"))
                .content()
                .contains("image: \"quay.io/cilium/cilium:v1.20.");
    }

    /// What came once is taken as it came, so that nobody asks the network for it.
    private static void keep(Path file, String name, String source, Path target) throws Exception {
        var digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        Files.copy(file, Files.createDirectories(target.resolve("cache")).resolve(digest));
        Files.writeString(Files.createDirectories(target.resolve("pins")).resolve(name), digest + "  " + source + '\n');
    }

    @Test
    void every_object_has_the_fields_of_its_definition_and_no_others() throws Exception {
        // when
        var verdict = tools.strictly(objects());
        // then
        assertThat(verdict.complaints()).isEmpty();
        assertThat(verdict.valid()).isGreaterThan(40);
    }

    @ParameterizedTest
    @CsvSource({
        "clusters/homelab/infrastructure.yaml, retryInterval:, retryIntervall:, retryIntervall",
        "clusters/homelab/flux-system/gotk-sync.yaml, branch:, branhc:, branhc",
        "clusters/homelab/flux-system/gotk-components.yaml, serviceAccountName:, serviceAcountName:, serviceAcountName",
        "infrastructure/releases/cert-manager.yaml, remediation:, remedition:, remedition",
        "infrastructure/releases/cert-manager.yaml, interval: 10m, interval: [10m], /spec/interval",
        "infrastructure/releases/cert-manager.yaml, helm.toolkit.fluxcd.io/v2, helm.toolkit.fluxcd.io/v3, could not"
                + " find schema",
        "infrastructure/sources/alloy.yaml, url:, ulr:, ulr",
        "infrastructure/namespaces/monitoring.yaml, metadata:, metdata:, metdata",
        "infrastructure/cilium/cilium.yaml, hostNetwork:, hostNetwrok:, hostNetwrok"
    })
    void a_misspelt_field_is_refused(String file, String right, String wrong, String named) throws Exception {
        assertThat(tools.strictly(List.of(changed(file, right, wrong))).complaints())
                .isNotEmpty()
                .allSatisfy(complaint -> assertThat(complaint).contains(named));
    }

    @Test
    void every_folder_that_flux_follows_is_one_that_kustomize_builds() throws Exception {
        // given
        var followed = new ArrayList<String>();
        for (var file : List.of("infrastructure.yaml", "flux-system/gotk-sync.yaml")) {
            PATH.matcher(Files.readString(repository.resolve("clusters/homelab").resolve(file)))
                    .results()
                    .forEach(path -> followed.add(path.group(1)));
        }
        assertThat(followed).hasSize(6).contains("clusters/homelab", "infrastructure/cilium");
        // when
        followed.remove("clusters/homelab");
        // Flux writes the kustomization of the cluster's own folder itself, over all that lies in it.
        followed.add("clusters/homelab/flux-system");
        for (var path : followed) {
            var built = tools.kustomize(repository.resolve(path));
            // then
            assertThat(built.code()).as(path + '\n' + built.said()).isZero();
            assertThat(built.said()).contains("apiVersion: ");
        }
    }

    @Test
    void a_misspelt_field_of_a_kustomization_is_refused() throws Exception {
        Files.copy(
                changed("infrastructure/namespaces/kustomization.yaml", "resources:", "resorces:"),
                folder.resolve("kustomization.yaml"));
        var built = tools.kustomize(folder);
        assertThat(built.code()).isNotZero();
        assertThat(built.said()).contains("resorces");
    }

    /// SOPS adds a field that no Secret has; Flux takes it away as it decrypts, before Kubernetes sees the
    /// object. So what it decrypts to is what has to be right.
    @Test
    void an_encrypted_secret_is_one_only_when_it_is_decrypted() throws Exception {
        var secrets = yaml().stream()
                .filter(KubernetesTakesTheRepositoryTest::isEncrypted)
                .toList();
        assertThat(secrets).hasSize(2);
        for (var secret : secrets) {
            // when
            var decrypted =
                    Started.in(shared.resolve("home"), "--target", "lab", "secrets", "decrypt", secret.toString());
            assertThat(decrypted.code()).as(decrypted.err()).isZero();
            var plain = Files.writeString(folder.resolve("plain.yaml"), decrypted.out());
            var misspelt = Files.writeString(
                    folder.resolve("misspelt.yaml"), decrypted.out().replace("stringData:", "stringDate:"));
            // then
            assertThat(tools.strictly(List.of(secret)).complaints())
                    .singleElement()
                    .asString()
                    .contains("sops");
            assertThat(tools.strictly(List.of(plain))).isEqualTo(new Verdict(1, List.of()));
            assertThat(tools.strictly(List.of(misspelt)).complaints())
                    .singleElement()
                    .asString()
                    .contains("stringDate");
        }
    }

    @Test
    void no_file_has_a_key_twice() throws Exception {
        assertThat(yaml()).hasSizeGreaterThan(20).allSatisfy(KubernetesTakesTheRepositoryTest::read);
    }

    @Test
    void a_key_twice_is_refused() throws Exception {
        var twice = changed("infrastructure/sources/alloy.yaml", "  interval: 1h", "  interval: 1h\n  interval: 2h");
        assertThatThrownBy(() -> read(twice)).isInstanceOf(DuplicateKeyException.class);
        assertThat(tools.strictly(List.of(twice)).complaints()).isNotEmpty();
    }

    private static void read(Path file) throws IOException {
        var documents = new Load(
                        LoadSettings.builder().setAllowDuplicateKeys(false).build())
                .loadAllFromString(Files.readString(file));
        assertThat(documents).doesNotContainNull();
    }

    /// Everything that goes to Kubernetes as it is. What is for kustomize and SOPS themselves is none of its
    /// objects.
    private static List<Path> objects() throws IOException {
        return yaml().stream()
                .filter(file -> !file.endsWith("kustomization.yaml") && !file.endsWith(".sops.yaml"))
                .filter(file -> !isEncrypted(file))
                .toList();
    }

    private static boolean isEncrypted(Path file) {
        return file.startsWith(repository.resolve("infrastructure/secrets"))
                && file.toString().endsWith(".sops.yaml");
    }

    private static List<Path> yaml() throws IOException {
        try (var files = Files.walk(repository)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    private Path changed(String file, String right, String wrong) throws IOException {
        var text = Files.readString(repository.resolve(file));
        assertThat(text).contains(right);
        return Files.writeString(folder.resolve("changed.yaml"), text.replace(right, wrong));
    }
}
