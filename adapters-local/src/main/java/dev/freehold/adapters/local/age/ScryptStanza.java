package dev.freehold.adapters.local.age;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.codec.CanonicalBase64;
import com.exceptionfactory.jagged.framework.crypto.CipherKey;
import com.exceptionfactory.jagged.framework.crypto.EncryptedFileKey;
import com.exceptionfactory.jagged.framework.crypto.FileKeyDecryptorFactory;
import com.exceptionfactory.jagged.framework.crypto.FileKeyEncryptorFactory;
import dev.freehold.domain.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.SCrypt;

/// The stanza `scrypt SALT LOG2N` of a file that a passphrase opens (C2SP age, "scrypt recipient stanza"). It
/// stands alone in its file.
final class ScryptStanza implements RecipientStanza {
    /// What the `age` program uses: 2^18, which takes 256 MiB and about a second.
    static final int WORK_FACTOR = 18;

    /// 2^20 takes 1 GiB; a file that asks for more is not worth the memory.
    static final int MOST_WORK = 20;

    private static final String TYPE = "scrypt";
    private static final byte[] LABEL = "age-encryption.org/v1/scrypt".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;

    /// A file key of 16 bytes and its tag of 16.
    private static final int BODY_BYTES = 32;

    private static final int BLOCK_SIZE = 8;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]?");

    private final byte[] salt;
    private final int workFactor;
    private final byte[] body;

    private ScryptStanza(byte[] salt, int workFactor, byte[] body) {
        this.salt = salt;
        this.workFactor = workFactor;
        this.body = body;
    }

    /// A file whose passphrase was made to take more than [#MOST_WORK].
    static final class TooMuchWork extends GeneralSecurityException {
        private static final long serialVersionUID = 1;

        private final int workFactor;

        TooMuchWork(int workFactor) {
            super("work factor " + workFactor);
            this.workFactor = workFactor;
        }

        int workFactor() {
            return workFactor;
        }
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public List<String> getArguments() {
        return List.of(CanonicalBase64.getEncoder().encodeToString(salt), Integer.toString(workFactor));
    }

    @Override
    public byte[] getBody() {
        return body.clone();
    }

    /// A passphrase's file has one stanza: another recipient could not know that a passphrase opens it as well.
    static void refuseBesideOthers(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
        int count = 0;
        boolean scrypt = false;
        for (var stanza : stanzas) {
            count++;
            scrypt |= stanza.getType().equals(TYPE);
        }
        if (scrypt && count > 1) {
            throw new GeneralSecurityException("a scrypt stanza that is not alone");
        }
    }

    private static CipherKey wrapKey(Secret passphrase, byte[] salt, int workFactor) {
        var labelled = new byte[LABEL.length + salt.length];
        System.arraycopy(LABEL, 0, labelled, 0, LABEL.length);
        System.arraycopy(salt, 0, labelled, LABEL.length, salt.length);
        var bytes = passphrase.reveal().getBytes(StandardCharsets.UTF_8);
        return new CipherKey(SCrypt.generate(bytes, labelled, 1 << workFactor, BLOCK_SIZE, 1, KEY_BYTES));
    }

    /// Writes the stanza.
    record Writer(Secret passphrase, int workFactor) implements RecipientStanzaWriter {
        @Override
        public Iterable<RecipientStanza> getRecipientStanzas(FileKey fileKey) throws GeneralSecurityException {
            var salt = new byte[SALT_BYTES];
            new SecureRandom().nextBytes(salt);
            var wrapped = new FileKeyEncryptorFactory()
                    .newFileKeyEncryptor()
                    .getEncryptedFileKey(fileKey, wrapKey(passphrase, salt, workFactor));
            return List.of(new ScryptStanza(salt, workFactor, wrapped.getEncoded()));
        }
    }

    /// Reads the stanza.
    record Reader(Secret passphrase) implements RecipientStanzaReader {
        @Override
        public FileKey getFileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
            refuseBesideOthers(stanzas);
            var all = new ArrayList<RecipientStanza>();
            stanzas.forEach(all::add);
            if (all.size() != 1 || !all.getFirst().getType().equals(TYPE)) {
                throw new UnsupportedRecipientStanzaException("no scrypt stanza");
            }
            var stanza = parsed(all.getFirst());
            var key = wrapKey(passphrase, stanza.salt, stanza.workFactor);
            try {
                return new FileKeyDecryptorFactory()
                        .newFileKeyDecryptor()
                        .getFileKey(new EncryptedFileKey(stanza.body), key);
            } catch (GeneralSecurityException another) {
                var words = new UnsupportedRecipientStanzaException("another passphrase");
                words.initCause(another);
                throw words;
            }
        }

        private static ScryptStanza parsed(RecipientStanza stanza) throws GeneralSecurityException {
            var arguments = stanza.getArguments();
            if (arguments.size() != 2
                    || !NUMBER.matcher(arguments.getLast()).matches()
                    || stanza.getBody().length != BODY_BYTES) {
                throw new GeneralSecurityException("a malformed scrypt stanza");
            }
            var salt = CanonicalBase64.getDecoder().decode(arguments.getFirst().getBytes(StandardCharsets.US_ASCII));
            int workFactor = Integer.parseInt(arguments.getLast());
            if (salt.length != SALT_BYTES) {
                throw new GeneralSecurityException("a malformed scrypt stanza");
            }
            if (workFactor > MOST_WORK) {
                throw new TooMuchWork(workFactor);
            }
            return new ScryptStanza(salt, workFactor, stanza.getBody());
        }
    }
}
