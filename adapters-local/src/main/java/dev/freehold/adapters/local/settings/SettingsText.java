package dev.freehold.adapters.local.settings;

import static dev.freehold.domain.yaml.YamlValue.entry;
import static dev.freehold.domain.yaml.YamlValue.group;
import static dev.freehold.domain.yaml.YamlValue.inlineItems;
import static dev.freehold.domain.yaml.YamlValue.quoted;
import static dev.freehold.domain.yaml.YamlValue.word;

import dev.freehold.domain.document.Document;
import dev.freehold.domain.document.Document.Mapping;
import dev.freehold.domain.document.Document.Scalar;
import dev.freehold.domain.document.Document.Sequence;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.resource.SetupResource.SettingsFile;
import dev.freehold.domain.yaml.YamlValue;
import dev.freehold.domain.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands in a settings file: YAML of format 1.
final class SettingsText {
    private static final String FORMAT = "1";
    private static final String HEAD = """
        # Written by Freehold from the spec. Change the spec, not this file: it is written anew.
        """;

    private SettingsText() {}

    static String of(SettingsFile settings) {
        return HEAD
                + YamlWriter.write(
                        group(
                                entry("format", word(FORMAT)),
                                entry("email", quoted(settings.email())),
                                entry("tailnet", quoted(settings.tailnet())),
                                entry(
                                        "ssh-from",
                                        inlineItems(settings.sshFrom().stream()
                                                .map(YamlValue::quoted)
                                                .toList()))),
                        2);
    }

    /// The settings under `name` that a document holds; empty if it is not one of ours, or not any more.
    static Optional<SettingsFile> read(String name, Document document) {
        var format = scalar(document, "format");
        var email = scalar(document, "email");
        var tailnet = scalar(document, "tailnet");
        var from = addresses(document);
        return format.filter(FORMAT::equals).isPresent() && email.isPresent() && tailnet.isPresent() && from.isPresent()
                ? Optional.of(new SettingsFile(name, email.get(), tailnet.get(), from.get()))
                : Optional.empty();
    }

    private static Optional<String> scalar(Document document, String key) {
        return member(document, key)
                .flatMap(value -> value instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.empty());
    }

    private static Optional<List<Cidr>> addresses(Document document) {
        if (!(member(document, "ssh-from").orElse(null) instanceof Sequence list)) {
            return Optional.empty();
        }
        var addresses = new ArrayList<Cidr>();
        for (var item : list.items()) {
            if (!(item instanceof Scalar scalar)) {
                return Optional.empty();
            }
            try {
                addresses.add(Cidr.parse(scalar.text()));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }
        return Optional.of(addresses);
    }

    private static Optional<Document> member(Document document, String key) {
        return document instanceof Mapping mapping
                ? mapping.entries().stream()
                        .filter(entry -> entry.key().equals(key))
                        .map(Document.Entry::value)
                        .findFirst()
                : Optional.empty();
    }
}
