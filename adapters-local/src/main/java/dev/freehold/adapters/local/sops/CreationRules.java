package dev.freehold.adapters.local.sops;

import dev.freehold.domain.document.Document;
import dev.freehold.ports.document.RefusedDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The file `.sops.yaml`: which files are encrypted how, and for whom. The first rule that fits counts; those
/// behind it are not read, and keys that `sops` does not know are overlooked, as it does.
public final class CreationRules {
    public static final String FILE_NAME = RulesSearch.NAME;

    /// The largest that was seen has a few kilobytes.
    private static final int MOST_BYTES = 1024 * 1024;

    private final Path file;
    private final List<Document> rules;

    private CreationRules(Path file, List<Document> rules) {
        this.file = file;
        this.rules = List.copyOf(rules);
    }

    /// @throws RefusedDocument if it can't be read; names the file
    public static CreationRules in(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            var bytes = content.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new RefusedDocument(file + " is larger than 1 MiB, the most that rules may have");
            }
            return read(file, bytes);
        } catch (IOException unreadable) {
            throw new RefusedDocument(file + " can't be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /// @param file where it lies; paths are relative to its folder
    static CreationRules read(Path file, byte[] content) {
        try {
            var top = RulesYaml.read(SopsFormat.text(content));
            if (!(top instanceof Document.Mapping(var entries, int line))) {
                throw RefusedDocument.at(top.line(), "the file must be a group of keys at its top");
            }
            var rules = entries.stream()
                    .filter(entry -> entry.key().equals("creation_rules"))
                    .map(Document.Entry::value)
                    .findFirst()
                    .orElseGet(() -> new Document.Nothing(line));
            return switch (rules) {
                case Document.Sequence(var items, int _) -> new CreationRules(file, items);
                case Document.Nothing _ -> new CreationRules(file, List.of());
                case Document.Mapping _, Document.Scalar _ ->
                    throw RefusedDocument.at(rules.line(), "'creation_rules' is a list, and not " + rules.words());
            };
        } catch (RefusedDocument refused) {
            throw new RefusedDocument(file + ": " + refused.getMessage(), refused);
        }
    }

    public Path file() {
        return file;
    }

    /// The rule for that file; empty if none fits.
    ///
    /// @throws RefusedDocument if it can't be read, or names no recipient
    public Optional<CreationRule> of(Path document) {
        var path = relative(document);
        try {
            for (var rule : rules) {
                var text = new RuleText(rule);
                if (text.isFor(path)) {
                    return Optional.of(text.rule());
                }
            }
            return Optional.empty();
        } catch (RefusedDocument refused) {
            throw new RefusedDocument(file + ": " + refused.getMessage(), refused);
        }
    }

    private String relative(Path document) {
        var absolute = document.toAbsolutePath().normalize();
        var folder = file.toAbsolutePath().normalize().getParent();
        return folder != null && absolute.startsWith(folder)
                ? folder.relativize(absolute).toString()
                : absolute.toString();
    }
}
