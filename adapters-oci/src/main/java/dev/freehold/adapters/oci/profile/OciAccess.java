package dev.freehold.adapters.oci.profile;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Who calls Oracle Cloud, with which key, and where: a profile that was read and checked.
public final class OciAccess {
    private final ProfileLocation profile;
    private final String tenancy;
    private final String user;
    private final String fingerprint;
    private final String region;
    private final Path keyFile;
    private final byte[] key;
    private final char @Nullable [] passPhrase;

    OciAccess(
            ProfileLocation profile,
            String tenancy,
            String user,
            String fingerprint,
            String region,
            Path keyFile,
            byte[] key,
            char @Nullable [] passPhrase) {
        this.profile = profile;
        this.tenancy = tenancy;
        this.user = user;
        this.fingerprint = fingerprint;
        this.region = region;
        this.keyFile = keyFile;
        this.key = key.clone();
        this.passPhrase = passPhrase == null ? null : passPhrase.clone();
    }

    Path file() {
        return profile.file();
    }

    String profile() {
        return profile.profile();
    }

    public String tenancy() {
        return tenancy;
    }

    public String user() {
        return user;
    }

    public String fingerprint() {
        return fingerprint;
    }

    public String region() {
        return region;
    }

    @Nullable
    public URI endpoint() {
        return profile.endpoint();
    }

    public Path keyFile() {
        return keyFile;
    }

    /// The private key, PEM.
    public byte[] key() {
        return key.clone();
    }

    public char @Nullable [] passPhrase() {
        return passPhrase == null ? null : Arrays.copyOf(passPhrase, passPhrase.length);
    }

    /// Neither key nor passphrase is shown.
    @Override
    public String toString() {
        return "profile " + profile.profile() + " of " + profile.file();
    }
}
