package dev.freehold.adapters.local.flux;

import static dev.freehold.domain.yaml.YamlValue.entry;
import static dev.freehold.domain.yaml.YamlValue.group;
import static dev.freehold.domain.yaml.YamlValue.quoted;
import static dev.freehold.domain.yaml.YamlValue.word;

import dev.freehold.adapters.local.spec.YamlDocument;
import dev.freehold.domain.document.Document;
import dev.freehold.domain.document.Document.Mapping;
import dev.freehold.domain.resource.SetupResource.EncryptedSecret;
import dev.freehold.domain.secret.Secret;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.domain.yaml.YamlValue.Group;
import dev.freehold.domain.yaml.YamlValue.Layout;
import dev.freehold.domain.yaml.YamlValue.Line;
import dev.freehold.domain.yaml.YamlWriter;
import dev.freehold.ports.document.DocumentReading;
import dev.freehold.ports.secret.SecretVault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A Kubernetes Secret in plain, in memory alone. Shows nothing of its values.
final class KubernetesSecret {
    private final EncryptedSecret secret;
    private final Map<String, Secret> values = new TreeMap<>();
    private final List<SecretName> missing = new ArrayList<>();

    private KubernetesSecret(EncryptedSecret secret) {
        this.secret = secret;
    }

    /// With the values that the vault has. A secret that nobody here knows has every `NAME.KEY` of the vault.
    static KubernetesSecret of(EncryptedSecret secret, SecretVault vault) {
        var made = new KubernetesSecret(secret);
        HelmApp.secretNamed(secret.name())
                .ifPresentOrElse(
                        needed -> needed.keys().forEach(key -> made.take(key, name(secret.name(), key), vault)),
                        () -> made.takeAll(vault));
        return made;
    }

    /// `client_id` of `operator-oauth` is `operator-oauth.client-id`.
    static SecretName name(String secret, String key) {
        return new SecretName(secret + '.' + key.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private void take(String key, SecretName name, SecretVault vault) {
        vault.read(name).ifPresentOrElse(value -> values.put(key, value), () -> missing.add(name));
    }

    private void takeAll(SecretVault vault) {
        var prefix = secret.name() + '.';
        for (var entry : vault.list()) {
            var text = entry.name().text();
            if (text.startsWith(prefix)) {
                take(text.substring(prefix.length()), entry.name(), vault);
            }
        }
        if (values.isEmpty()) {
            missing.add(new SecretName(prefix + "value"));
        }
    }

    boolean isWhole() {
        return missing.isEmpty();
    }

    List<SecretName> missing() {
        return missing;
    }

    byte[] yaml() {
        var data = new ArrayList<Line>();
        values.forEach((key, value) -> data.add(entry(key, quoted(value.reveal()))));
        var text = YamlWriter.write(
                group(
                        entry("apiVersion", word("v1")),
                        entry("kind", word("Secret")),
                        entry(
                                "metadata",
                                group(
                                        entry("name", quoted(secret.name())),
                                        entry("namespace", quoted(secret.namespace())))),
                        entry("stringData", new Group(Layout.BLOCK, data))),
                Manifest.INDENT);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Does a plain document say the same, however it is written?
    boolean isSaidBy(byte[] yaml) {
        if (!(YamlDocument.parse(yaml) instanceof DocumentReading.Parsed(var document))) {
            return false;
        }
        var said = texts(member(document, "stringData"));
        var meant = new TreeMap<String, String>();
        values.forEach((key, value) -> meant.put(key, value.reveal()));
        return Map.of("name", secret.name(), "namespace", secret.namespace())
                        .equals(texts(member(document, "metadata")))
                && said.equals(meant);
    }

    private static Optional<Document> member(Document document, String key) {
        return document instanceof Mapping mapping
                ? mapping.entries().stream()
                        .filter(entry -> entry.key().equals(key))
                        .map(Document.Entry::value)
                        .findFirst()
                : Optional.empty();
    }

    private static Map<String, String> texts(Optional<Document> mapping) {
        var texts = new TreeMap<String, String>();
        if (mapping.orElse(null) instanceof Mapping members) {
            for (var entry : members.entries()) {
                if (entry.value() instanceof Document.Scalar scalar) {
                    texts.put(entry.key(), scalar.text());
                }
            }
        }
        return texts;
    }
}
