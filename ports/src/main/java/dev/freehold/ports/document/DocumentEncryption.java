package dev.freehold.ports.document;

import dev.freehold.ports.secret.Undecryptable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Encrypts documents value by value for age recipients, and opens them again. Rules in a file beside the documents
/// or above them say for whom.
public interface DocumentEncryption {
    /// The longest document that is read or written, in bytes.
    int MOST_BYTES = 32 * 1024 * 1024;

    /// The document in `file`, which need not be there yet.
    ///
    /// @param file absolute; its ending says how it is written
    /// @throws RefusedDocument if no document is written so
    Place of(Path file);

    /// Where a document lies.
    interface Place {
        /// How a document in this place is encrypted.
        ///
        /// @throws RefusedDocument if the rules can't be read
        Ruling rule();

        /// Reads an encrypted document, without opening anything.
        ///
        /// @throws RefusedDocument if it is none, or uses what is not known here
        Closed read(byte[] encrypted);
    }

    /// What the rules say: [Rule], [NoRules] or [NoneFits].
    sealed interface Ruling {}

    /// For whom a document is encrypted, and which of its values.
    non-sealed interface Rule extends Ruling {
        /// Where it stands.
        Path file();

        /// `age1...`; at least one, none twice.
        List<String> recipients();

        /// What its writer may not have meant, each for a person.
        List<String> remarks();

        /// Encrypts a plain document.
        ///
        /// @throws RefusedDocument if it can't be read, can't be encrypted or is encrypted already
        Encrypted encrypt(byte[] plain, Instant now);
    }

    /// What came of encrypting.
    ///
    /// @param remarks what its owner may not have meant, each for a person: that nothing of it is encrypted
    @SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
    record Encrypted(byte[] content, List<String> remarks) {
        public Encrypted {
            remarks = List.copyOf(remarks);
        }
    }

    /// There are no rules for the folder.
    ///
    /// @param name what a file of rules is called
    /// @param last the last folder above the document where one was looked for
    /// @param overlooked one that is called almost so; empty if there is none
    record NoRules(String name, Path last, Optional<Path> overlooked) implements Ruling {}

    /// There are rules, and the document is none of theirs.
    record NoneFits(Path rules) implements Ruling {}

    /// An encrypted document, read but not opened.
    interface Closed {
        /// Opens it with whichever identity fits: of the files named here, of the platform, or the home's
        /// own.
        ///
        /// @param required files of identities without which there is no use in going on
        /// @param further files that count as far as they can be read
        /// @throws Undecryptable if no identity fits, or anything is damaged
        Opening open(List<Path> required, List<Path> further);
    }

    /// What came of opening: [Opened], [UnreadableIdentity] or [NoIdentity].
    sealed interface Opening {}

    /// A document that was opened and is whole.
    non-sealed interface Opened extends Opening {
        /// Who can decrypt it, as it says itself.
        List<String> recipients();

        byte[] plain();

        /// What is to be known of the identities that were at hand, each for a person.
        List<String> remarks();

        /// The encrypted document with another content. Values that did not change keep their ciphertext,
        /// so that a difference shows what did.
        ///
        /// @throws RefusedDocument as [Rule#encrypt]
        Encrypted edited(byte[] plain, Instant now);

        /// The encrypted document for other recipients; values and data key stay. Who was able to read it
        /// until now may know the data key: [#rotated] gives it a new one.
        byte[] withRecipients(List<String> recipients);

        /// The same content under a new data key, for the same recipients.
        Encrypted rotated(Instant now);
    }

    /// A file or folder of identities can't be read.
    record UnreadableIdentity(Path file, IOException why) implements Opening {}

    /// A file that was required holds no identity that can be used.
    record NoIdentity(Path file, Undecryptable why) implements Opening {}
}
