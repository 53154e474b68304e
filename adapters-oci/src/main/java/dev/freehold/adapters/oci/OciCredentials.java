package dev.freehold.adapters.oci;

import com.oracle.bmc.Region;
import com.oracle.bmc.identity.requests.ListRegionSubscriptionsRequest;
import com.oracle.bmc.model.BmcException;
import dev.freehold.adapters.oci.profile.AccessReading;
import dev.freehold.adapters.oci.profile.ApiKeyFile;
import dev.freehold.adapters.oci.profile.ConfigurationFile;
import dev.freehold.adapters.oci.profile.ConfigurationText;
import dev.freehold.adapters.oci.profile.OciAccess;
import dev.freehold.adapters.oci.profile.OwnerFile;
import dev.freehold.adapters.oci.profile.UnusableProfile;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.OciClients;
import dev.freehold.ports.cloud.CloudCredentials;
import dev.freehold.ports.driver.SystemFault;
import dev.freehold.ports.skeleton.Declined;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// One profile of an OCI configuration file, and the API key beside it, as Oracle's own clients use them.
public final class OciCredentials implements CloudCredentials {
    /// As Oracle's own command line calls it.
    private static final String KEY_NAME = "oci_api_key.pem";

    private static final String PUBLIC_NAME = "oci_api_key_public.pem";

    /// What a profile inherits that has them in `[DEFAULT]`, and a plain API key must not have.
    private static final List<String> FOREIGN =
            List.of("pass_phrase", "security_token_file", "delegation_token_file", "authentication_type");

    private final OciProfile profile;
    private final @Nullable Path keyFile;

    /// @param profile what is read, written and proved
    /// @param keyFile a key that is there already, for a new profile; absent: `oci_api_key.pem` beside the
    /// configuration, which is made if it is not there
    public OciCredentials(OciProfile profile, @Nullable Path keyFile) {
        this.profile = profile;
        this.keyFile = keyFile;
    }

    @Override
    public Standing find() {
        try {
            if (!Files.exists(profile.file())
                    || !ConfigurationFile.read(profile.file()).has(profile.profile())) {
                return new Absent();
            }
            var access = AccessReading.read(profile.location());
            var file = access.keyFile();
            var open = access.publicHalf();
            if (!ApiKeyFile.fingerprint(open).equals(access.fingerprint())) {
                return new Broken("The fingerprint of " + access + " is " + access.fingerprint() + ", and the key in "
                        + file + " has " + ApiKeyFile.fingerprint(open) + ". One of them is another key's.");
            }
            return new Written(
                    new Account(access.tenancy(), access.user(), access.region()),
                    access.fingerprint(),
                    file,
                    new ApiKey(ApiKeyFile.pem(open), access.fingerprint(), file, false));
        } catch (UnusableProfile | Unusable no) {
            return new Broken(String.valueOf(no.getMessage()));
        }
    }

    @Override
    public ApiKey makeKey() {
        var file = keyFile == null ? profile.file().resolveSibling(KEY_NAME) : keyFile;
        boolean made = false;
        try {
            OwnerFile.clear(file);
            if (keyFile == null && !Files.exists(file)) {
                made = OwnerFile.putNew(file, ApiKeyFile.made());
            }
        } catch (IOException no) {
            throw new Unusable("The key file " + file + " can't be written: " + no.getMessage() + ".", no);
        }
        var open = ApiKeyFile.publicHalf(file)
                .orElseThrow(() -> new Unusable("A passphrase protects the key in " + file
                        + ". Name one without with --key-file, or write the profile yourself, with its pass_phrase."));
        var key = new ApiKey(ApiKeyFile.pem(open), ApiKeyFile.fingerprint(open), file.toAbsolutePath(), made);
        if (keyFile == null) {
            putPublicHalf(file, key);
        }
        return key;
    }

    /// For whoever uploads it by a program. It is no loss if it can't be written: the text is shown as well.
    private static void putPublicHalf(Path file, ApiKey key) {
        var beside = file.resolveSibling(PUBLIC_NAME);
        try {
            OwnerFile.clear(beside);
            if (!Files.exists(beside)) {
                OwnerFile.putNew(beside, key.pem().getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException no) {
            throw new Unusable("The file " + beside + " can't be written: " + no.getMessage() + ".", no);
        }
    }

    @Override
    public void write(Account account, ApiKey key) {
        var file = profile.file();
        try {
            var before = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            if (before.length > 0) {
                // What can't be read must not be written to: nobody knows where a profile of it ends.
                ConfigurationFile.read(file);
            }
            var after = new ConfigurationText(new String(before, StandardCharsets.ISO_8859_1))
                    .with(profile.profile(), entries(account, key))
                    .text()
                    .getBytes(StandardCharsets.ISO_8859_1);
            if (!Arrays.equals(before, after)) {
                OwnerFile.replace(file, after);
            }
        } catch (UnusableProfile no) {
            throw new Unusable(String.valueOf(no.getMessage()), no);
        } catch (IOException no) {
            throw new Unusable(
                    "The OCI configuration file " + file + " can't be written: " + no.getMessage() + ".", no);
        }
    }

    private SequencedMap<String, String> entries(Account account, ApiKey key) {
        var entries = new LinkedHashMap<String, String>();
        entries.put("user", account.user());
        entries.put("fingerprint", key.fingerprint());
        entries.put("tenancy", account.tenancy());
        entries.put("region", account.region());
        entries.put("key_file", key.file().toString());
        if (!profile.profile().equals(ConfigurationFile.DEFAULT) && Files.exists(profile.file())) {
            var inherited = ConfigurationFile.read(profile.file()).defaults();
            FOREIGN.stream().filter(inherited::containsKey).forEach(foreign -> entries.put(foreign, ""));
        }
        return entries;
    }

    @Override
    public Proof prove() {
        try (var clients = new OciClients(profile.location())) {
            var access = clients.access();
            return OciCalls.ask("ListRegionSubscriptions", () -> call(clients, access));
        } catch (UnusableProfile no) {
            // Nobody was asked, and asking again won't help.
            throw new Unusable(String.valueOf(no.getMessage()), no);
        } catch (Declined | SystemFault no) {
            return new Unclear(String.valueOf(no.getMessage()));
        }
    }

    private static Proof call(OciClients clients, OciAccess access) {
        try {
            var regions = clients.identity()
                    .listRegionSubscriptions(ListRegionSubscriptionsRequest.builder()
                            .tenancyId(access.tenancy())
                            .build())
                    .getItems();
            return new Works(OciCalls.required("the tenancy's regions", regions).stream()
                    .map(region -> region.getRegionName())
                    .toList());
        } catch (BmcException said) {
            if (said.getStatusCode() == 401) {
                return new NotLetIn(OciCalls.clockAhead(said));
            }
            throw said;
        }
    }

    @Override
    public List<String> knownRegions() {
        return Arrays.stream(Region.values()).map(Region::getRegionId).toList();
    }
}
