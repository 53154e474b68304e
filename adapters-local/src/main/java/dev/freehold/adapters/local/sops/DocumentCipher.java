package dev.freehold.adapters.local.sops;

import dev.freehold.adapters.local.sops.Content.Branch;
import dev.freehold.adapters.local.sops.Content.Comment;
import dev.freehold.adapters.local.sops.Content.Text;
import dev.freehold.ports.document.RefusedDocument;
import dev.freehold.ports.secret.Undecryptable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Encrypts or decrypts the values of a file's documents, and hashes them on the way: SHA-512 over the values in
/// their order, without keys, comments and nulls.
final class DocumentCipher {
    /// What goes before the first value where only encrypted ones are hashed, so that the two kinds of sum
    /// differ: the SHA-256 of `sops`.
    private static final byte[] ONLY_ENCRYPTED = sha("SHA-256").digest("sops".getBytes(StandardCharsets.US_ASCII));

    /// A value in its place.
    private record Place(String bound, ValueForm value) {}

    private final DataKey key;
    private final Selection selection;
    private final boolean macOnlyEncrypted;
    private final MessageDigest hash = sha("SHA-512");
    private final Map<Place, String> known;
    private final Predicate<List<String>> encrypts;
    private int plain;
    private int chosen;

    /// @param known ciphertexts to be used again for what did not change, by where they stand; added to
    private DocumentCipher(DataKey key, Selection selection, boolean macOnlyEncrypted, Map<Place, String> known) {
        this.key = key;
        this.selection = selection;
        this.macOnlyEncrypted = macOnlyEncrypted;
        this.known = known;
        this.encrypts = selection.encrypts();
        if (macOnlyEncrypted) {
            hash.update(ONLY_ENCRYPTED);
        }
    }

    static DocumentCipher with(DataKey key, Selection selection, boolean macOnlyEncrypted) {
        return new DocumentCipher(key, selection, macOnlyEncrypted, new HashMap<>());
    }

    /// Another with the same key, for a changed document: what did not change keeps its ciphertext.
    DocumentCipher again() {
        return new DocumentCipher(key, selection, macOnlyEncrypted, known);
    }

    List<Branch> encrypted(List<Branch> documents) {
        return documents.stream()
                .map(document -> ContentWalk.through(document, this::encrypted))
                .toList();
    }

    private Content encrypted(List<String> path, Content value) {
        boolean isChosen = encrypts.test(path);
        var form = ValueForm.of(value);
        if (!(value instanceof Comment)) {
            hash(isChosen, form);
            chosen += isChosen ? 1 : 0;
            plain += isChosen ? 0 : 1;
        }
        if (!isChosen) {
            if (value instanceof Text(var text) && DataKey.isEncrypted(text)) {
                throw new RefusedDocument(shown(path) + " looks encrypted already; decrypt the file first");
            }
            return value;
        }
        var bound = bound(path);
        var same = known.get(new Place(bound, form));
        return new Text(same == null ? key.encrypt(form, bound) : same);
    }

    /// @throws Undecryptable if a value is damaged, moved, or plain where it should not be; names its path
    List<Branch> decrypted(List<Branch> documents) {
        var all = new ArrayList<Branch>();
        for (var document : documents) {
            all.add(ContentWalk.through(document, this::decrypted));
        }
        return all;
    }

    private Content decrypted(List<String> path, Content value) {
        boolean isChosen = encrypts.test(path);
        try {
            var opened = isChosen ? opened(path, value) : asItIs(value);
            if (!(opened instanceof Comment)) {
                hash(isChosen, ValueForm.of(opened));
            }
            return opened;
        } catch (Undecryptable | RefusedDocument damaged) {
            throw new Undecryptable(shown(path) + " can't be decrypted: " + damaged.getMessage(), damaged);
        }
    }

    private Content opened(List<String> path, Content value) {
        return switch (value) {
            // Older programs left comments plain.
            case Comment comment when !DataKey.isEncrypted(comment.text()) -> comment;
            case Comment(var text, var _) -> opened(text, path);
            case Text(var text) -> opened(text, path);
            case Content.Whole _, Content.Real _, Content.Flag _, Content.Moment _ ->
                throw new Undecryptable("it is plain, and should be encrypted");
            case Branch _, Content.Items _, Content.Nothing _ -> throw new IllegalStateException("not a single value");
        };
    }

    private Content opened(String text, List<String> path) {
        var bound = bound(path);
        var form = key.decrypt(text, bound);
        known.put(new Place(bound, form), text);
        return form.content();
    }

    private static Content asItIs(Content value) {
        if (value instanceof Text(var text) && DataKey.isEncrypted(text)) {
            throw new Undecryptable("it is encrypted, and the file says that it should be plain");
        }
        return value;
    }

    private void hash(boolean isChosen, ValueForm form) {
        if (isChosen || !macOnlyEncrypted) {
            hash.update(form.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Whether there were values, and none of them was to be encrypted.
    boolean hidNothing() {
        return plain > 0 && chosen == 0;
    }

    /// The sum over everything that went through, upper-case hexadecimal. To be asked for once, at the end.
    String mac() {
        return HexFormat.of().withUpperCase().formatHex(hash.digest());
    }

    private static String bound(List<String> path) {
        return String.join(":", path) + ':';
    }

    private static String shown(List<String> path) {
        return path.isEmpty() ? "a comment" : "'" + String.join(".", path) + "'";
    }

    private static MessageDigest sha(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no " + name, impossible);
        }
    }
}
