package dev.freehold.adapters.local.sops;

import dev.freehold.adapters.local.age.Recipient;
import dev.freehold.adapters.local.sops.Content.Branch;
import dev.freehold.adapters.local.sops.Content.Comment;
import dev.freehold.adapters.local.sops.Content.Flag;
import dev.freehold.adapters.local.sops.Content.Items;
import dev.freehold.adapters.local.sops.Content.Pair;
import dev.freehold.adapters.local.sops.Content.Text;
import dev.freehold.ports.document.RefusedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// The file `.sops.yaml`: which files are encrypted how, and for whom. The first rule that fits counts.
public final class CreationRules {
    public static final String FILE_NAME = ".sops.yaml";

    private final Path file;
    private final List<Rule> rules;

    private record Rule(@Nullable Pattern path, List<Recipient> recipients, Selection selection, boolean macOnly) {}

    private CreationRules(Path file, List<Rule> rules) {
        this.file = file;
        this.rules = List.copyOf(rules);
    }

    /// The nearest `.sops.yaml` in the folder of `document` or above it; empty if there is none.
    ///
    /// @throws RefusedDocument if it can't be read; names the file
    public static Optional<CreationRules> above(Path document) {
        for (var folder = document.toAbsolutePath().normalize().getParent();
                folder != null;
                folder = folder.getParent()) {
            var file = folder.resolve(FILE_NAME);
            if (Files.isRegularFile(file)) {
                try {
                    return Optional.of(read(file, Files.readAllBytes(file)));
                } catch (IOException unreadable) {
                    throw new RefusedDocument(file + " can't be read: " + unreadable.getMessage(), unreadable);
                }
            }
        }
        return Optional.empty();
    }

    /// @param file where it lies; paths are relative to its folder
    static CreationRules read(Path file, byte[] content) {
        try {
            var rules = new ArrayList<Rule>();
            for (var entry : SopsFormat.YAML.read(content).getFirst().entries()) {
                if (!(entry instanceof Pair(var key, var value))) {
                    continue;
                }
                switch (key) {
                    case "creation_rules" -> items(key, value).forEach(rule -> rules.add(rule(rule)));
                    // How files look, and where they are published: nothing about who can read them.
                    case "stores", "destination_rules" -> {}
                    default -> throw new RefusedDocument("the key '" + key + "' is not known there");
                }
            }
            return new CreationRules(file, rules);
        } catch (RefusedDocument refused) {
            throw new RefusedDocument(file + ": " + refused.getMessage(), refused);
        }
    }

    public Path file() {
        return file;
    }

    /// The rule for that file; empty if none fits.
    ///
    /// @throws RefusedDocument if the rule names no recipient
    public Optional<CreationRule> of(Path document) {
        var absolute = document.toAbsolutePath().normalize();
        var folder = file.toAbsolutePath().normalize().getParent();
        var path = folder != null && absolute.startsWith(folder)
                ? folder.relativize(absolute).toString()
                : absolute.toString();
        for (var rule : rules) {
            if (rule.path() == null || rule.path().matcher(path).find()) {
                if (rule.recipients().isEmpty()) {
                    throw new RefusedDocument(file + ": the rule for " + path + " names no age recipient; add 'age:'");
                }
                return Optional.of(new CreationRule(rule.recipients(), rule.selection(), rule.macOnly()));
            }
        }
        return Optional.empty();
    }

    private static Rule rule(Content content) {
        if (!(content instanceof Branch(var entries))) {
            throw new RefusedDocument("each of creation_rules is a group of keys");
        }
        Pattern path = null;
        var recipients = new ArrayList<Recipient>();
        Selection selection = null;
        boolean macOnly = false;
        for (var entry : entries) {
            if (!(entry instanceof Pair(var key, var value))) {
                continue;
            }
            var kind = Selection.Kind.ofWord(key);
            if (kind != null) {
                if (selection != null) {
                    throw new RefusedDocument(
                            "a rule may have one of " + selection.kind().word() + " and " + key);
                }
                selection = new Selection(kind, text(key, value));
                continue;
            }
            switch (key) {
                case "path_regex" -> path = pattern(text(key, value));
                case "age" -> recipients.addAll(recipients(value));
                case "key_groups" -> recipients.addAll(group(value));
                case "mac_only_encrypted" -> macOnly = value instanceof Flag(var flag) && flag;
                default ->
                    throw new RefusedDocument("the key '" + key + "' of a rule is not known here; only age encrypts");
            }
        }
        return new Rule(path, recipients, selection == null ? Selection.USUAL : selection, macOnly);
    }

    private static List<Recipient> group(Content value) {
        var groups = items("key_groups", value);
        if (groups.size() != 1 || !(groups.getFirst() instanceof Branch(var entries))) {
            throw new RefusedDocument("more than one of key_groups would split the data key, which is not known here");
        }
        var recipients = new ArrayList<Recipient>();
        for (var entry : entries) {
            if (entry instanceof Pair(var key, var keys)) {
                if (!key.equals("age")) {
                    throw new RefusedDocument("the key '" + key + "' of key_groups is not known here; only age is");
                }
                recipients.addAll(recipients(keys));
            }
        }
        return recipients;
    }

    private static List<Recipient> recipients(Content value) {
        var texts = new ArrayList<String>();
        if (value instanceof Items) {
            items("age", value).forEach(item -> texts.add(text("age", item)));
        } else {
            texts.addAll(List.of(text("age", value).split(",")));
        }
        try {
            return texts.stream()
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(Recipient::new)
                    .toList();
        } catch (IllegalArgumentException malformed) {
            throw new RefusedDocument(String.valueOf(malformed.getMessage()), malformed);
        }
    }

    private static List<Content> items(String key, Content value) {
        if (value instanceof Items(var items)) {
            return items.stream().filter(item -> !(item instanceof Comment)).toList();
        }
        throw new RefusedDocument("'" + key + "' is a list");
    }

    private static String text(String key, Content value) {
        if (value instanceof Text(var text)) {
            return text;
        }
        throw new RefusedDocument("'" + key + "' is a text");
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException malformed) {
            throw new RefusedDocument("'" + text + "' is no regular expression: " + malformed.getDescription());
        }
    }
}
