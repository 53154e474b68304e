package dev.freehold.adapters.local.sops;

import dev.freehold.adapters.local.age.Recipient;
import dev.freehold.domain.document.Document;
import dev.freehold.domain.document.Document.Entry;
import dev.freehold.domain.document.Mistake;
import dev.freehold.ports.document.RefusedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One of `creation_rules`, as it stands there. An empty key is as good as none, as `sops` has it
/// (`config/config.go` at 3.13.3).
final class RuleText {
    /// Ways to encrypt the data key that are not known here.
    private static final Set<String> OTHER_KEYS =
            Set.of("kms", "gcp_kms", "hckms", "azure_keyvault", "hc_vault_transit_uri", "hc_vault", "pgp");

    private static final Set<String> OTHER_SELECTIONS = Set.of("encrypted_comment_regex", "unencrypted_comment_regex");

    /// Groups may merge groups, which anchors make any number of.
    private static final int MOST_GROUPS = 1_000;

    private final List<Entry> entries;
    private final int line;
    private int groups;

    /// @throws RefusedDocument if it is no group of keys
    RuleText(Document rule) {
        this.line = rule.line();
        this.entries = switch (rule) {
            case Document.Mapping(var keys, int _) -> keys;
            case Document.Nothing _ -> List.of();
            case Document.Sequence _, Document.Scalar _ ->
                throw RefusedDocument.at(line, "each of creation_rules is a group of keys, and not " + rule.words());
        };
    }

    boolean isFor(String path) {
        for (var entry : entries) {
            if (entry.key().equals("path_regex")) {
                var text = text(entry);
                return text.isEmpty() || at(entry, () -> GoExpression.of(text)).hits(path);
            }
        }
        return true;
    }

    CreationRule rule() {
        Selection selection = null;
        boolean macOnly = false;
        var recipients = new ArrayList<Recipient>();
        var ofGroups = new ArrayList<Recipient>();
        var remarks = new ArrayList<String>();
        for (var entry : entries) {
            var kind = Selection.Kind.ofWord(entry.key());
            if (kind != null) {
                selection = selection(selection, kind, entry);
                continue;
            }
            switch (entry.key()) {
                // Of a single group nothing is split, whatever the threshold.
                case "path_regex", "aws_profile", "shamir_threshold" -> {}
                case "age" -> recipients.addAll(recipients(entry));
                case "key_groups" -> ofGroups.addAll(ofGroups(entry));
                case "mac_only_encrypted" -> macOnly = flag(entry);
                default -> other(entry, remarks);
            }
        }
        var all = ofGroups.isEmpty() ? recipients : ofGroups;
        if (all.isEmpty()) {
            throw RefusedDocument.at(line, "the rule that fits names no age recipient; add 'age:'");
        }
        return new CreationRule(all, selection == null ? Selection.USUAL : selection, macOnly, remarks);
    }

    private static @Nullable Selection selection(@Nullable Selection before, Selection.Kind kind, Entry entry) {
        var text = text(entry);
        if (text.isEmpty()) {
            return before;
        }
        if (before != null) {
            throw RefusedDocument.at(
                    entry.line(), "a rule may have one of " + before.kind().word() + " and " + kind.word());
        }
        return at(entry, () -> new Selection(kind, text));
    }

    private static void other(Entry entry, List<String> remarks) {
        var key = entry.key();
        if (OTHER_KEYS.contains(key)) {
            if (!isEmpty(entry.value())) {
                throw RefusedDocument.at(
                        entry.line(), "'" + key + "' is not known here; only age encrypts the data key");
            }
        } else if (OTHER_SELECTIONS.contains(key)) {
            if (!isEmpty(entry.value())) {
                throw RefusedDocument.at(entry.line(), "'" + key + "' is not known here; choose by keys, not comments");
            }
        } else if (key.contains("crypt") || key.contains("regex") || key.contains("suffix")) {
            remarks.add("line " + entry.line() + ": '" + Mistake.shown(key) + "' is no key that sops knows, and it"
                    + " overlooks it; what it knows are encrypted_regex, unencrypted_regex, encrypted_suffix,"
                    + " unencrypted_suffix, path_regex and mac_only_encrypted");
        }
    }

    private static boolean isEmpty(Document value) {
        return switch (value) {
            case Document.Nothing _ -> true;
            case Document.Scalar(var text, int _, boolean _) -> text.isEmpty();
            case Document.Sequence(var items, int _) -> items.isEmpty();
            case Document.Mapping(var keys, int _) -> keys.isEmpty();
        };
    }

    private List<Recipient> ofGroups(Entry entry) {
        var all = items(entry);
        if (all.size() > 1) {
            throw RefusedDocument.at(
                    entry.line(), "more than one of key_groups would split the data key, which is not known here");
        }
        var recipients = new ArrayList<Recipient>();
        all.forEach(group -> recipients.addAll(ofGroup(group)));
        if (!all.isEmpty() && recipients.isEmpty()) {
            throw RefusedDocument.at(entry.line(), "the one of key_groups names no age recipient; add 'age:'");
        }
        return recipients;
    }

    private List<Recipient> ofGroup(Document group) {
        if (++groups > MOST_GROUPS) {
            throw RefusedDocument.at(group.line(), "key_groups merge more than " + MOST_GROUPS + " groups");
        }
        if (!(group instanceof Document.Mapping(var keys, int _))) {
            throw RefusedDocument.at(group.line(), "each of key_groups is a group of keys, and not " + group.words());
        }
        var recipients = new ArrayList<Recipient>();
        for (var entry : keys) {
            switch (entry.key()) {
                case "age" -> recipients.addAll(recipients(entry));
                case "merge" -> items(entry).forEach(merged -> recipients.addAll(ofGroup(merged)));
                default -> other(entry, new ArrayList<>());
            }
        }
        return recipients;
    }

    private static List<Recipient> recipients(Entry entry) {
        var texts = entry.value() instanceof Document.Sequence(var items, int _)
                ? items.stream().map(item -> text(entry.key(), item)).toList()
                : List.of(text(entry));
        try {
            return texts.stream()
                    .flatMap(text -> List.of(text.split(",", -1)).stream())
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(Recipient::new)
                    .toList();
        } catch (IllegalArgumentException malformed) {
            throw RefusedDocument.at(entry.line(), String.valueOf(malformed.getMessage()));
        }
    }

    /// The words that the YAML library behind `sops` takes for a truth.
    private static boolean flag(Entry entry) {
        return switch (text(entry)) {
            case "true", "True", "TRUE", "y", "Y", "yes", "on" -> true;
            case "", "false", "False", "FALSE", "n", "N", "no", "off" -> false;
            default -> throw RefusedDocument.at(entry.line(), "'" + entry.key() + "' is true or false");
        };
    }

    private static List<Document> items(Entry entry) {
        return switch (entry.value()) {
            case Document.Sequence(var items, int _) -> items;
            case Document.Nothing _ -> List.of();
            case Document.Mapping _, Document.Scalar _ ->
                throw RefusedDocument.at(
                        entry.line(),
                        "'" + entry.key() + "' is a list, and not "
                                + entry.value().words());
        };
    }

    private static String text(Entry entry) {
        return text(entry.key(), entry.value());
    }

    private static String text(String key, Document value) {
        return switch (value) {
            case Document.Scalar(var text, int _, boolean _) -> text;
            case Document.Nothing _ -> "";
            case Document.Mapping _, Document.Sequence _ ->
                throw RefusedDocument.at(value.line(), "'" + key + "' is a text, and not " + value.words());
        };
    }

    /// What is made of an entry, with its place in words of refusal.
    private static <T> T at(Entry entry, java.util.function.Supplier<T> made) {
        try {
            return made.get();
        } catch (RefusedDocument refused) {
            throw new RefusedDocument(
                    "line " + entry.line() + ": " + entry.key() + ": " + refused.getMessage(), refused);
        }
    }
}
