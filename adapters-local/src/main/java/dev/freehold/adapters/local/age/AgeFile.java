package dev.freehold.adapters.local.age;

import com.exceptionfactory.jagged.DecryptingChannelFactory;
import com.exceptionfactory.jagged.EncryptingChannelFactory;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.armor.ArmoredDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.armor.ArmoredEncryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import dev.freehold.domain.secret.Secret;
import dev.freehold.ports.secret.Undecryptable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Files in the age format, as bytes. What is decrypted has been authenticated as a whole before any of it is given
/// out.
public final class AgeFile {
    private static final String ARMOR = "-----BEGIN AGE ENCRYPTED FILE-----";

    /// What a file of the format begins with, armor aside.
    private static final String VERSION = "age-encryption.org/v1\n";

    /// The payload's chunks (C2SP age, "Payload").
    private static final int CHUNK_BYTES = 64 * 1024;

    /// How a file is written.
    public enum Form {
        BINARY(new StandardEncryptingChannelFactory(), new StandardDecryptingChannelFactory()),
        /// Base64 lines between two marks, for where text is wanted.
        ARMORED(new ArmoredEncryptingChannelFactory(), new ArmoredDecryptingChannelFactory());

        private final EncryptingChannelFactory encrypting;
        private final DecryptingChannelFactory decrypting;

        Form(EncryptingChannelFactory encrypting, DecryptingChannelFactory decrypting) {
            this.encrypting = encrypting;
            this.decrypting = decrypting;
        }
    }

    private AgeFile() {}

    /// Encrypts `plain` so that each of `recipients` can read it.
    ///
    /// @throws IllegalArgumentException if there is no recipient
    public static byte[] encrypt(byte[] plain, Collection<Recipient> recipients, Form form) {
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("nothing can be encrypted for nobody");
        }
        try {
            var writers = new ArrayList<RecipientStanzaWriter>();
            for (var recipient : recipients) {
                writers.add(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient.text()));
            }
            return encrypt(plain, form, writers);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java can't encrypt for age recipients", impossible);
        }
    }

    /// Encrypts `plain` so that whoever knows `passphrase` can read it.
    public static byte[] encrypt(byte[] plain, Secret passphrase, Form form) {
        return encrypt(plain, passphrase, form, ScryptStanza.WORK_FACTOR);
    }

    static byte[] encrypt(byte[] plain, Secret passphrase, Form form, int workFactor) {
        try {
            return encrypt(plain, form, List.of(new ScryptStanza.Writer(passphrase, workFactor)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java can't encrypt with a passphrase", impossible);
        }
    }

    private static byte[] encrypt(byte[] plain, Form form, List<RecipientStanzaWriter> writers)
            throws GeneralSecurityException {
        var encrypted = new ByteArrayOutputStream();
        try (var channel = form.encrypting.newEncryptingChannel(Channels.newChannel(encrypted), writers)) {
            var rest = ByteBuffer.wrap(plain);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("memory can't be written to", impossible);
        }
        return encrypted.toByteArray();
    }

    /// Decrypts with whichever of `identities` fits, whatever the form.
    ///
    /// @throws Undecryptable if none fits, or the file is damaged
    public static byte[] decrypt(byte[] encrypted, Collection<Identity> identities) {
        try {
            var readers = new ArrayList<RecipientStanzaReader>();
            for (var identity : identities) {
                readers.add(identity.reader());
            }
            return decrypt(encrypted, new FirstFittingIdentity(readers));
        } catch (UnsupportedRecipientStanzaException none) {
            throw new Undecryptable("it is encrypted for none of the identities at hand, or damaged", none);
        } catch (GeneralSecurityException | IOException damaged) {
            throw new Undecryptable("it is no age file, or damaged", damaged);
        }
    }

    /// Decrypts with a passphrase.
    ///
    /// @throws Undecryptable if it is another passphrase, or the file is damaged
    public static byte[] decrypt(byte[] encrypted, Secret passphrase) {
        try {
            return decrypt(encrypted, new ScryptStanza.Reader(passphrase));
        } catch (ScryptStanza.TooMuchWork tooMuch) {
            throw new Undecryptable(
                    "its passphrase was made to take more work than is done here: 2^" + tooMuch.workFactor()
                            + ", where 2^" + ScryptStanza.MOST_WORK + " is the most",
                    tooMuch);
        } catch (UnsupportedRecipientStanzaException none) {
            throw new Undecryptable("it is not encrypted with that passphrase, or damaged", none);
        } catch (GeneralSecurityException | IOException damaged) {
            throw new Undecryptable("it is no age file, or damaged", damaged);
        }
    }

    private static byte[] decrypt(byte[] encrypted, RecipientStanzaReader reader)
            throws GeneralSecurityException, IOException {
        var form = isArmored(encrypted) ? Form.ARMORED : Form.BINARY;
        var from = Channels.newChannel(new ByteArrayInputStream(encrypted));
        var plain = new ByteArrayOutputStream();
        try (var channel = form.decrypting.newDecryptingChannel(from, List.of(reader));
                var to = Channels.newChannel(plain)) {
            var chunk = ByteBuffer.allocate(CHUNK_BYTES);
            while (channel.read(chunk) >= 0) {
                chunk.flip();
                to.write(chunk);
                chunk.clear();
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException malformed) {
            // So the library says that a header ends too early, or holds what can't be decoded.
            throw new IOException("malformed", malformed);
        }
        return plain.toByteArray();
    }

    /// Whether that is a file of this format, by its first bytes.
    public static boolean isOne(byte[] content) {
        return isArmored(content) || begins(content, VERSION);
    }

    private static boolean isArmored(byte[] content) {
        return begins(content, ARMOR);
    }

    private static boolean begins(byte[] content, String mark) {
        var bytes = mark.getBytes(StandardCharsets.US_ASCII);
        return content.length >= bytes.length
                && new String(content, 0, bytes.length, StandardCharsets.US_ASCII).equals(mark);
    }
}
