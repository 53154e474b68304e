package dev.freehold.adapters.local.age;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import java.security.GeneralSecurityException;
import java.util.List;

/// The first of several identities that fits.
record FirstFittingIdentity(List<RecipientStanzaReader> readers) implements RecipientStanzaReader {
    @Override
    public FileKey getFileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
        ScryptStanza.refuseBesideOthers(stanzas);
        for (var reader : readers) {
            try {
                return reader.getFileKey(stanzas);
            } catch (UnsupportedRecipientStanzaException _) {
                // encrypted for others: the next one may fit
            }
        }
        throw new UnsupportedRecipientStanzaException("no identity fits");
    }
}
