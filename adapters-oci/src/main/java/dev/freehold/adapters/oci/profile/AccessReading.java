package dev.freehold.adapters.oci.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.regex.Pattern;

/// Reads a profile and its key, and says of what can't work which line of which file it is.
public final class AccessReading {
    /// MD5 of the public key: 16 pairs. Oracle's clients print them in lower case.
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){15}");

    /// As loose as Oracle's own clients: the realm's and the region's parts may be empty.
    private static final Pattern OCID = Pattern.compile("ocid1\\.[a-z0-9]+\\.[a-z0-9-]*\\.[a-z0-9-]*\\..+");

    private AccessReading() {}

    public static OciAccess read(ProfileLocation wanted) {
        var profile = ConfigurationFile.read(wanted.file()).profile(wanted.profile());
        var token = profile.optional("security_token_file");
        if (token != null) {
            throw profile.wrong(
                    "security_token_file",
                    token,
                    "is not supported: a session's token lapses within the hour. Use a profile with an API key.");
        }
        var tenancy = ocid(profile, "tenancy");
        var user = ocid(profile, "user");
        var fingerprint = profile.required("fingerprint");
        if (!FINGERPRINT.matcher(fingerprint.value()).matches()) {
            throw profile.wrong(
                    "fingerprint",
                    fingerprint,
                    "is no fingerprint of an API key: 16 pairs of hexadecimal digits, colons between.");
        }
        var region = wanted.region() == null ? profile.required("region").value() : wanted.region();
        return new OciAccess(
                wanted,
                tenancy,
                user,
                fingerprint.value(),
                region,
                path(profile.file(), profile.required("key_file").value()),
                key(profile));
    }

    private static String ocid(ConfigurationFile.Profile profile, String key) {
        var entry = profile.required(key);
        if (!OCID.matcher(entry.value()).matches()) {
            throw profile.wrong(key, entry, "is no OCID, which reads ocid1." + key + ".oc1..and-so-on.");
        }
        return entry.value();
    }

    private static RSAPrivateCrtKey key(ConfigurationFile.Profile profile) {
        var entry = profile.required("key_file");
        var file = path(profile.file(), entry.value());
        byte[] key;
        try {
            key = Files.readAllBytes(file);
            if (ApiKeyFile.isOpenToOthers(file)) {
                throw profile.wrong(
                        "key_file",
                        entry,
                        "names " + file + ", which others than its owner may read or write. Run\n    chmod 600 "
                                + file);
            }
        } catch (NoSuchFileException missing) {
            throw profile.wrong(
                    "key_file", entry, "names " + file + ", which is not there. Put the API key's private half there.");
        } catch (IOException unreadable) {
            throw profile.wrong(
                    "key_file", entry, "names " + file + ", which can't be read (" + unreadable.getMessage() + ").");
        }
        var phrase = profile.optional("pass_phrase");
        try {
            // What a profile clears, so that it is not inherited, is empty.
            return PemKey.read(
                    new String(key, StandardCharsets.ISO_8859_1),
                    phrase == null || phrase.value().isEmpty()
                            ? null
                            : phrase.value().toCharArray());
        } catch (PemKey.Unreadable no) {
            throw profile.wrong(
                    "key_file", entry, "names " + file + ", which " + no.getMessage() + ". Nobody was asked.");
        }
    }

    /// `~` is the home folder, as a shell has it, and what is not absolute lies beside the configuration file.
    private static Path path(Path configuration, String text) {
        if (text.equals("~") || text.startsWith("~/")) {
            var named = System.getenv("HOME");
            var home = named == null || named.isEmpty() ? System.getProperty("user.home") : named;
            return Path.of(home).resolve(text.substring(Math.min(2, text.length())));
        }
        return configuration.resolveSibling(text);
    }
}
