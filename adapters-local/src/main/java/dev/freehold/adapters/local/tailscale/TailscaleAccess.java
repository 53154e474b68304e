package dev.freehold.adapters.local.tailscale;

import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.secret.Secret;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.ports.secret.NeededSecret;
import dev.freehold.ports.secret.SecretVault;
import dev.freehold.ports.secret.Undecryptable;
import dev.freehold.ports.skeleton.Declined;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The way to Tailscale's API: where it is, and the vault with the OAuth client's secret.
public final class TailscaleAccess {
    /// What the vault calls the OAuth client's secret, which begins with `tskey-client-`.
    public static final SecretName CLIENT_SECRET = new SecretName(TailnetApi.CLIENT_SECRET);

    /// What a person is asked for, because nobody else has it.
    public static final NeededSecret NEEDED = new NeededSecret(
            CLIENT_SECRET,
            "The secret of your tailnet's OAuth client (admin console, scopes auth_keys and devices:core, tag"
                    + " tag:freehold)",
            "tskey-client-");

    private final TailscaleHttp wire;
    private final SecretVault vault;
    private @Nullable Secret current;
    private @Nullable TailnetApi tailnet;

    /// @param api without a slash at its end
    /// @throws IllegalArgumentException if it is neither HTTPS nor on this computer
    public TailscaleAccess(URI api, SecretVault vault) {
        this.wire = new TailscaleHttp(api);
        this.vault = vault;
    }

    /// Whether there is a client at all.
    boolean isKnown() {
        return vault.list().stream().anyMatch(entry -> entry.name().equals(CLIENT_SECRET));
    }

    SecretVault vault() {
        return vault;
    }

    /// As the client whose secret is in the vault now; one for as long as that stays the same, with its token.
    synchronized TailnetApi tailnet() {
        try {
            var secret = vault.read(CLIENT_SECRET)
                    .orElseThrow(() -> new Declined(
                            Declined.Reason.FORBIDDEN,
                            "NoTailnetCredential",
                            "There is no OAuth client for the tailnet. Make one in Tailscale's admin console with the"
                                    + " scopes auth_keys and devices:core and the tag " + TailnetApi.TAG
                                    + ", and store its secret: " + NextCommand.setSecret(CLIENT_SECRET.text()) + "."));
            var known = tailnet;
            if (known == null || !secret.equals(current)) {
                known = as(secret);
                tailnet = known;
                current = secret;
            }
            return known;
        } catch (Undecryptable locked) {
            throw new Declined(Declined.Reason.FORBIDDEN, "VaultLocked", String.valueOf(locked.getMessage()));
        }
    }

    TailnetApi as(Secret clientSecret) {
        return new TailnetApi(wire, clientSecret);
    }
}
