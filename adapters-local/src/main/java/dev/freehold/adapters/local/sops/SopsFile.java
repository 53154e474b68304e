package dev.freehold.adapters.local.sops;

import dev.freehold.adapters.local.age.Identity;
import dev.freehold.adapters.local.age.Recipient;
import dev.freehold.adapters.local.sops.Content.Branch;
import dev.freehold.adapters.local.sops.Content.Entry;
import dev.freehold.adapters.local.sops.Content.Pair;
import dev.freehold.ports.document.RefusedDocument;
import dev.freehold.ports.secret.Undecryptable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// A SOPS file that was encrypted, read but not opened. Whatever comes out of it has been checked against its sum
/// first: a changed, moved or missing value is refused. Not covered, because SOPS does not: the names of keys above
/// plain values, comments, and whether `7` is a number or a text.
public final class SopsFile {
    private final SopsFormat format;
    private final List<Branch> documents;
    private final SopsMetadata metadata;

    private SopsFile(SopsFormat format, List<Branch> documents, SopsMetadata metadata) {
        this.format = format;
        this.documents = documents;
        this.metadata = metadata;
    }

    /// Encrypts a plain document.
    ///
    /// @return the bytes of a SOPS file
    /// @throws RefusedDocument if it can't be read, can't be encrypted or is encrypted already
    public static byte[] encrypt(byte[] plain, SopsFormat format, CreationRule rule, Instant now) {
        return seal(plain, format, rule, now).content();
    }

    /// A file, and what is to be said of it.
    ///
    /// @param hidesNothing whether it holds values, and none of them is encrypted
    @SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
    record Sealed(byte[] content, boolean hidesNothing) {}

    static Sealed seal(byte[] plain, SopsFormat format, CreationRule rule, Instant now) {
        var documents = plain(plain, format);
        var key = DataKey.generate();
        var keys = SopsMetadata.WrappedKey.of(key, rule.recipients());
        return sealed(
                format,
                documents,
                key,
                DocumentCipher.with(key, rule.selection(), rule.macOnlyEncrypted()),
                new SopsMetadata(keys, rule.selection(), rule.macOnlyEncrypted(), "", "", SopsMetadata.VERSION),
                now);
    }

    private static List<Branch> plain(byte[] plain, SopsFormat format) {
        var documents = format.read(plain);
        if (documents.stream().anyMatch(SopsMetadata::isThere)) {
            throw new RefusedDocument(
                    "it is encrypted already, or has a key 'sops' of its own, which is where SOPS keeps its part");
        }
        return documents;
    }

    private static Sealed sealed(
            SopsFormat format,
            List<Branch> documents,
            DataKey key,
            DocumentCipher sealing,
            SopsMetadata metadata,
            Instant now) {
        var encrypted = sealing.encrypted(documents);
        var lastModified = now.truncatedTo(ChronoUnit.SECONDS).toString();
        var mac = key.encrypt(new ValueForm("str", sealing.mac()), lastModified);
        var file = written(
                format,
                encrypted,
                new SopsMetadata(
                        metadata.keys(),
                        metadata.selection(),
                        metadata.macOnlyEncrypted(),
                        lastModified,
                        mac,
                        SopsMetadata.VERSION));
        return new Sealed(file, sealing.hidNothing());
    }

    private static byte[] written(SopsFormat format, List<Branch> encrypted, SopsMetadata metadata) {
        var whole = new ArrayList<Branch>();
        for (var document : encrypted) {
            var entries = new ArrayList<>(document.entries());
            entries.add(metadata.pair());
            whole.add(new Branch(entries));
        }
        return format.write(whole);
    }

    /// Reads a SOPS file, without opening anything.
    ///
    /// @throws RefusedDocument if it is none, or uses what is not known here
    public static SopsFile read(byte[] encrypted, SopsFormat format) {
        var documents = format.read(encrypted);
        var metadata = SopsMetadata.of(documents.getFirst());
        var without = new ArrayList<Branch>();
        for (var document : documents) {
            if (!SopsMetadata.of(document).equals(metadata)) {
                throw new RefusedDocument("its documents differ in what they say under 'sops'");
            }
            var entries = new ArrayList<Entry>(document.entries());
            entries.removeIf(entry -> entry instanceof Pair(var key, var _) && key.equals(SopsMetadata.KEY));
            without.add(new Branch(entries));
        }
        return new SopsFile(format, without, metadata);
    }

    /// Whether that is a file of SOPS, whole or not.
    ///
    /// @throws RefusedDocument if it can't be read at all
    public static boolean isOne(byte[] content, SopsFormat format) {
        return format.read(content).stream().anyMatch(SopsMetadata::isThere);
    }

    /// Who can decrypt it, as it says itself.
    public List<Recipient> recipients() {
        return metadata.recipients();
    }

    public Selection selection() {
        return metadata.selection();
    }

    /// When its content was changed last, RFC 3339.
    public String lastModified() {
        return metadata.lastModified();
    }

    /// The plain document.
    ///
    /// @throws Undecryptable if none of the identities fits, or anything is damaged
    public byte[] decrypt(Collection<Identity> identities) {
        return format.write(open(identities).documents());
    }

    /// Whether one of the identities opens its data key.
    boolean isFor(Collection<Identity> identities) {
        try {
            metadata.dataKey(identities);
            return true;
        } catch (Undecryptable forOthers) {
            return false;
        }
    }

    /// What was inside, and what is needed to close it again.
    private record Opened(List<Branch> documents, DataKey key, DocumentCipher sealing) {}

    private Opened open(Collection<Identity> identities) {
        var key = metadata.dataKey(identities);
        var sealing = DocumentCipher.with(key, metadata.selection(), metadata.macOnlyEncrypted());
        var plain = sealing.decrypted(documents);
        ValueForm wanted;
        try {
            wanted = key.decrypt(metadata.mac(), metadata.lastModified());
        } catch (Undecryptable damaged) {
            throw new Undecryptable(
                    "Its sum (mac) or the time that it is bound to (lastmodified) was changed.", damaged);
        }
        if (!wanted.type().equals("str") || !MessageDigest.isEqual(bytes(sealing.mac()), bytes(wanted.text()))) {
            throw new Undecryptable(
                    "Its values do not add up to its sum (mac): one was changed, moved, added or removed.");
        }
        return new Opened(plain, key, sealing);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// The same file with another plain document in it. Values that did not change keep their ciphertext, so
    /// that a difference shows what did.
    ///
    /// @return the new file; this one's bytes are to be kept if `plain` equals what [#decrypt] gave
    /// @throws Undecryptable as [#decrypt]
    /// @throws RefusedDocument as [#encrypt]
    Sealed edit(byte[] plain, Collection<Identity> identities, Instant now) {
        var opened = open(identities);
        var changed = plain(plain, format);
        return sealed(format, changed, opened.key(), opened.sealing().again(), metadata, now);
    }

    /// The same file for other recipients; values and data key stay. Who was able to read it until now may know
    /// the data key: [#rotate] gives it a new one.
    ///
    /// @throws Undecryptable as [#decrypt]
    public byte[] updateKeys(Collection<Recipient> recipients, Collection<Identity> identities) {
        var key = open(identities).key();
        return written(format, documents, metadata.with(SopsMetadata.WrappedKey.of(key, recipients)));
    }

    /// The same content under a new data key, for the same recipients.
    ///
    /// @throws Undecryptable as [#decrypt]
    Sealed rotate(Collection<Identity> identities, Instant now) {
        var opened = open(identities);
        var rule = new CreationRule(metadata.recipients(), metadata.selection(), metadata.macOnlyEncrypted());
        var key = DataKey.generate();
        return sealed(
                format,
                opened.documents(),
                key,
                DocumentCipher.with(key, rule.selection(), rule.macOnlyEncrypted()),
                metadata.with(SopsMetadata.WrappedKey.of(key, rule.recipients())),
                now);
    }
}
