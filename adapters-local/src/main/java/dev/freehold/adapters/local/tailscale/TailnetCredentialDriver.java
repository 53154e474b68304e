package dev.freehold.adapters.local.tailscale;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.SetupOutputs.TailnetClient;
import dev.freehold.domain.resource.SetupResource.TailnetCredential;
import dev.freehold.domain.secret.Secret;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// [TailnetCredential]: an OAuth client's secret in the vault, proved to be able to mint auth keys. The client
/// itself is the user's, made in Tailscale's admin console, and stays when the credential goes.
public final class TailnetCredentialDriver implements KindDriver<TailnetCredential> {
    private static final TailnetClient OUTPUTS = new TailnetClient(TailscaleAccess.CLIENT_SECRET);

    /// Keys of less than a minute are refused, and this one is taken back at once.
    private static final Duration TRIAL = Duration.ofMinutes(5);

    /// What Tailscale answers to a client that it does not know.
    private static final String REVOKED = "401";

    private final TailscaleAccess tailscale;
    private final Supplier<Optional<Secret>> answer;

    /// @param answer the client's secret, where a person or the lab gave one; else the vault's counts
    public TailnetCredentialDriver(TailscaleAccess tailscale, Supplier<Optional<Secret>> answer) {
        this.tailscale = tailscale;
        this.answer = answer;
    }

    @Override
    public Optional<Found<TailnetCredential>> find(TailnetCredential wanted, Context context) {
        return tailscale.isKnown()
                ? Optional.of(Found.ours(TailscaleAccess.CLIENT_SECRET.text(), wanted, OUTPUTS, Optional.empty()))
                : Optional.empty();
    }

    /// One that lets nobody in has to be made anew. To remove it nobody needs to be let in.
    @Override
    public boolean isWhole(Found<TailnetCredential> there, TailnetCredential wanted, Context context)
            throws InterruptedException {
        try {
            prove();
            return true;
        } catch (Declined no) {
            if (no.code().equals(REVOKED)) {
                return false;
            }
            throw no;
        }
    }

    private void prove() throws InterruptedException {
        tailscale.tailnet().devices();
    }

    /// A look does not mint, and another secret may have been given meanwhile.
    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public void make(TailnetCredential wanted, Token token, Context context) throws InterruptedException {
        var given = answer.get();
        var tailnet = given.isPresent() ? tailscale.as(given.get()) : tailscale.tailnet();
        context.progress().report("minting an auth key, to see that it works");
        tailnet.revoke(tailnet.mint("freehold trial", TRIAL));
        given.ifPresent(secret -> tailscale.vault().write(TailscaleAccess.CLIENT_SECRET, secret));
    }

    /// Only what comes before it has changed.
    @Override
    public void change(Found<TailnetCredential> there, TailnetCredential wanted, Context context)
            throws InterruptedException {
        prove();
    }

    @Override
    public void remove(Found<TailnetCredential> there, TailnetCredential gone, Context context) {
        tailscale.vault().remove(TailscaleAccess.CLIENT_SECRET);
    }

    @Override
    public Listing listing() {
        return new Listing.Unlisted("the client is the user's, and the vault's entry its copy");
    }
}
