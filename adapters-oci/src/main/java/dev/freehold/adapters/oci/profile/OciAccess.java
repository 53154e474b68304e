package dev.freehold.adapters.oci.profile;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import org.jspecify.annotations.Nullable;

/// Who calls Oracle Cloud, with which key, and where: a profile that was read and checked.
public final class OciAccess {
    private final ProfileLocation profile;
    private final String tenancy;
    private final String user;
    private final String fingerprint;
    private final String region;
    private final Path keyFile;
    private final RSAPrivateCrtKey key;

    OciAccess(
            ProfileLocation profile,
            String tenancy,
            String user,
            String fingerprint,
            String region,
            Path keyFile,
            RSAPrivateCrtKey key) {
        this.profile = profile;
        this.tenancy = tenancy;
        this.user = user;
        this.fingerprint = fingerprint;
        this.region = region;
        this.keyFile = keyFile;
        this.key = key;
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

    /// The private key, PEM (PKCS#8), without a passphrase.
    public byte[] key() {
        return ApiKeyFile.pem(key).getBytes(StandardCharsets.US_ASCII);
    }

    public RSAPublicKey publicHalf() {
        return ApiKeyFile.publicHalf(key);
    }

    /// The key is not shown.
    @Override
    public String toString() {
        return "profile " + profile.profile() + " of " + profile.file();
    }
}
