package dev.freehold.adapters.oci.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;

/// The digests that Object Storage speaks of.
final class Digests {
    private Digests() {}

    static MessageDigest md5() {
        return of("MD5");
    }

    static MessageDigest sha256() {
        return of("SHA-256");
    }

    private static MessageDigest of(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has " + name, impossible);
        }
    }

    static String base64(byte[] digest) {
        return Base64.getEncoder().encodeToString(digest);
    }

    /// What the service computes of a committed upload: the MD5 of its parts' MD5s, and how many they are.
    ///
    /// @param md5s in the parts' order, in Base64
    static String ofParts(Collection<String> md5s) {
        var all = md5();
        md5s.forEach(md5 -> all.update(Base64.getDecoder().decode(md5)));
        return base64(all.digest()) + "-" + md5s.size();
    }
}
