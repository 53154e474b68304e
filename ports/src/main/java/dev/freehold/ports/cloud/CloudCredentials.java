package dev.freehold.ports.cloud;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The right to call the cloud: a key pair, and a profile that the cloud's own clients read as well. Nothing here
/// asks anybody: whoever calls has asked. The private key never leaves its file.
public interface CloudCredentials {

    /// What stands under the profile's name. Calls nobody.
    Standing find();

    /// The key pair that is there for a new profile, else one that is made. Safe to repeat: the second call
    /// finds what the first one made. No key is ever overwritten.
    ///
    /// @throws Unusable if what is there is no key that can be used, or none can be written
    ApiKey makeKey();

    /// Writes the profile, or writes it anew; every other line of the file stays as it is, byte for byte. After
    /// a crash the file is the old one or the new one.
    ///
    /// @throws Unusable if the file can't be read or written; it is as it was
    void write(Account account, ApiKey key);

    /// One signed call. Changes nothing.
    Proof prove();

    /// The regions that are known here. The cloud may have newer ones.
    List<String> knownRegions();

    /// Whose right it is.
    ///
    /// @param tenancy its OCID
    /// @param user likewise
    /// @param region by its name, such as `eu-frankfurt-1`
    record Account(String tenancy, String user, String region) {}

    /// The public half of a key pair.
    ///
    /// @param pem what is pasted into the console
    /// @param fingerprint as the console shows it
    /// @param file where the private half lies
    /// @param isNew made just now: nobody can have been told of it
    record ApiKey(String pem, String fingerprint, Path file, boolean isNew) {}

    /// What stands under a profile's name.
    sealed interface Standing {}

    /// No such file, or no such profile in it.
    record Absent() implements Standing {}

    /// A whole profile; whether it works is not known.
    ///
    /// @param key absent where its public half can't be read, because a passphrase protects it
    record Written(
            Account account,
            String fingerprint,
            Path keyFile,
            @Nullable ApiKey key) implements Standing {}

    /// A profile that can't work.
    ///
    /// @param words which file, line and key, and what to do
    record Broken(String words) implements Standing {}

    /// What came of one signed call.
    sealed interface Proof {}

    /// @param regions that the tenancy is subscribed to
    record Works(List<String> regions) implements Proof {
        public Works {
            regions = List.copyOf(regions);
        }
    }

    /// The cloud does not know the key for that user, or does not believe the date.
    ///
    /// @param clockAhead by how much this computer's clock is ahead of the cloud's; absent where that was not
    /// told
    record NotLetIn(@Nullable Duration clockAhead) implements Proof {}

    /// No answer that says anything of the key.
    ///
    /// @param words what happened
    record Unclear(String words) implements Proof {}

    /// Files that stand in the way; the message says which, and what to do.
    final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unusable(String words) {
            super(words);
        }

        public Unusable(String words, Throwable cause) {
            super(words, cause);
        }
    }
}
