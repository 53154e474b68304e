package dev.freehold.adapters.local.sops;

import dev.freehold.adapters.local.age.AgeFile;
import dev.freehold.adapters.local.age.Identity;
import dev.freehold.adapters.local.age.Recipient;
import dev.freehold.adapters.local.sops.Content.Branch;
import dev.freehold.adapters.local.sops.Content.Entry;
import dev.freehold.adapters.local.sops.Content.Flag;
import dev.freehold.adapters.local.sops.Content.Items;
import dev.freehold.adapters.local.sops.Content.Pair;
import dev.freehold.adapters.local.sops.Content.Text;
import dev.freehold.ports.document.RefusedDocument;
import dev.freehold.ports.secret.Undecryptable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a SOPS file says of itself, under its key `sops`.
///
/// @param keys the data key, encrypted for each recipient
/// @param lastModified RFC 3339, to the letter: the sum is bound to it
/// @param mac the sum, encrypted
/// @param version of the program whose format it is
record SopsMetadata(
        List<WrappedKey> keys,
        Selection selection,
        boolean macOnlyEncrypted,
        String lastModified,
        String mac,
        String version) {
    static final String KEY = "sops";

    /// Whose format is written here; `sops` wants three numbers, and takes any.
    static final String VERSION = "3.13.3";

    private static final Pattern VERSIONS = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?");

    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(Z|[-+]\\d{2}:\\d{2})");

    /// Ways to encrypt the data key that are not known here. Their lists may be there, as older programs wrote
    /// them, but empty.
    private static final Set<String> OTHER_KEYS =
            Set.of("kms", "gcp_kms", "azure_kv", "hc_vault", "hckms", "pgp", "key_groups");

    /// @param encrypted an armored age file with the data key in it
    record WrappedKey(Recipient recipient, String encrypted) {
        static List<WrappedKey> of(DataKey key, Collection<Recipient> recipients) {
            return recipients.stream()
                    .map(recipient -> new WrappedKey(
                            recipient,
                            new String(
                                    AgeFile.encrypt(key.bytes(), List.of(recipient), AgeFile.Form.ARMORED),
                                    StandardCharsets.US_ASCII)))
                    .toList();
        }
    }

    SopsMetadata {
        keys = List.copyOf(keys);
    }

    SopsMetadata with(List<WrappedKey> others) {
        return new SopsMetadata(others, selection, macOnlyEncrypted, lastModified, mac, version);
    }

    List<Recipient> recipients() {
        return keys.stream().map(WrappedKey::recipient).toList();
    }

    /// @throws Undecryptable if none of the identities fits
    DataKey dataKey(Collection<Identity> identities) {
        Undecryptable last = null;
        for (var key : keys) {
            try {
                var armored = key.encrypted().getBytes(StandardCharsets.UTF_8);
                return new DataKey(AgeFile.decrypt(armored, identities));
            } catch (Undecryptable forAnother) {
                last = forAnother;
            }
        }
        var words = "It is encrypted for "
                + String.join(
                        ", ", keys.stream().map(key -> key.recipient().text()).toList())
                + ", and none of the identities at hand opens it; or its keys are damaged.";
        throw last == null ? new Undecryptable(words) : new Undecryptable(words, last);
    }

    /// @throws RefusedDocument if it is not there or not whole, or asks for what is not known here
    static SopsMetadata of(Branch document) {
        var sops = document.entries().stream()
                .filter(Pair.class::isInstance)
                .map(Pair.class::cast)
                .filter(pair -> pair.key().equals(KEY))
                .map(Pair::value)
                .findFirst()
                .orElseThrow(() -> new RefusedDocument("it is no SOPS file: it has no key 'sops'"));
        if (!(sops instanceof Branch branch)) {
            throw new RefusedDocument("it is no SOPS file: its key 'sops' holds no keys");
        }
        return new Reading(branch).metadata();
    }

    static boolean isThere(Branch document) {
        return document.entries().stream().anyMatch(entry -> entry instanceof Pair(var key, var _) && key.equals(KEY));
    }

    Pair pair() {
        var entries = new ArrayList<Entry>();
        entries.add(new Pair(
                "age",
                new Items(keys.stream()
                        .map(key -> (Content) new Branch(List.of(
                                new Pair("enc", new Text(key.encrypted())),
                                new Pair("recipient", new Text(key.recipient().text())))))
                        .toList())));
        entries.add(new Pair(selection.kind().word(), new Text(selection.text())));
        entries.add(new Pair("lastmodified", new Text(lastModified)));
        entries.add(new Pair("mac", new Text(mac)));
        if (macOnlyEncrypted) {
            entries.add(new Pair("mac_only_encrypted", new Flag(true)));
        }
        entries.add(new Pair("version", new Text(version)));
        return new Pair(KEY, new Branch(entries));
    }

    /// One reading of the entries.
    private static final class Reading {
        private final Branch sops;
        private final Set<String> seen = new HashSet<>();
        private @Nullable Selection selection;

        Reading(Branch sops) {
            this.sops = sops;
        }

        SopsMetadata metadata() {
            var keys = new ArrayList<WrappedKey>();
            var lastModified = "";
            var mac = "";
            var version = "";
            boolean macOnlyEncrypted = false;
            for (var entry : sops.entries()) {
                if (!(entry instanceof Pair pair)) {
                    continue;
                }
                String name = pair.key();
                var value = pair.value();
                seen.add(name);
                switch (name) {
                    case "age" -> keys.addAll(keys(value));
                    case "lastmodified" -> lastModified = matching(name, value, INSTANT);
                    case "mac" -> mac = text(name, value);
                    case "version" -> version = matching(name, value, VERSIONS);
                    case "mac_only_encrypted" -> macOnlyEncrypted = value instanceof Flag(var flag) && flag;
                    // Of a single group nothing is split; more than one is refused.
                    case "shamir_threshold" -> {}
                    default -> other(name, value);
                }
            }
            for (var wanted : List.of("lastmodified", "mac", "version")) {
                if (!seen.contains(wanted)) {
                    throw new RefusedDocument("its part 'sops' lacks '" + wanted + "', so that nothing vouches for it");
                }
            }
            if (keys.isEmpty()) {
                throw new RefusedDocument("it is encrypted for no age recipient, and other ways are not known here");
            }
            return new SopsMetadata(
                    keys,
                    selection == null ? Selection.USUAL : selection,
                    macOnlyEncrypted,
                    lastModified,
                    mac,
                    version);
        }

        private void other(String name, Content value) {
            var kind = Selection.Kind.ofWord(name);
            if (kind != null) {
                if (isEmpty(value)) {
                    return;
                }
                if (selection != null) {
                    throw new RefusedDocument("it says in two ways which values are encrypted: "
                            + selection.kind().word() + " and " + name);
                }
                try {
                    selection = new Selection(kind, text(name, value));
                } catch (RefusedDocument malformed) {
                    throw new RefusedDocument("its part 'sops' has under '" + name + "': " + malformed.getMessage());
                }
            } else if (OTHER_KEYS.contains(name)) {
                if (!isEmpty(value)) {
                    throw new RefusedDocument("its data key is encrypted with " + name
                            + " as well, which is not known here; only age is");
                }
            } else if (!isEmpty(value)) {
                throw new RefusedDocument("its part 'sops' has a key '" + name + "', which is not known here");
            }
        }

        /// As good as not there, to `sops`.
        private static boolean isEmpty(Content value) {
            return value instanceof Content.Nothing
                    || (value instanceof Text(var text) && text.isEmpty())
                    || (value instanceof Items(var items) && items.isEmpty());
        }

        private static List<WrappedKey> keys(Content value) {
            var keys = new ArrayList<WrappedKey>();
            if (value instanceof Items(var items)) {
                for (var item : items) {
                    keys.add(key(item));
                }
            } else if (!(value instanceof Content.Nothing)) {
                throw new RefusedDocument("its part 'sops' has no list under 'age'");
            }
            return keys;
        }

        private static WrappedKey key(Content item) {
            var encrypted = "";
            var recipient = "";
            if (item instanceof Branch(var entries)) {
                for (var entry : entries) {
                    if (entry instanceof Pair(var name, Text(var text))) {
                        switch (name) {
                            case "enc" -> encrypted = text;
                            case "recipient" -> recipient = text;
                            default -> throw new RefusedDocument("one of its recipients has a key '" + name + "'");
                        }
                    }
                }
            }
            try {
                return new WrappedKey(new Recipient(recipient), encrypted);
            } catch (IllegalArgumentException malformed) {
                throw new RefusedDocument("one of its recipients can't be read: " + malformed.getMessage(), malformed);
            }
        }

        private static String matching(String name, Content value, Pattern pattern) {
            var text = text(name, value);
            if (!pattern.matcher(text).matches()) {
                throw new RefusedDocument("its part 'sops' has a '" + name + "' that can't be read: '" + text + "'");
            }
            return text;
        }

        private static String text(String name, Content value) {
            if (value instanceof Text(var text)) {
                return text;
            }
            throw new RefusedDocument("its part 'sops' has no text under '" + name + "'");
        }
    }
}
