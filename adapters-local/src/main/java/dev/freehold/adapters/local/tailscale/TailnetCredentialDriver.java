package dev.freehold.adapters.local.tailscale;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.SetupOutputs.TailnetClient;
import dev.freehold.domain.resource.SetupResource.TailnetCredential;
import dev.freehold.domain.secret.Secret;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.driver.UpdateAnswer;
import dev.freehold.ports.skeleton.FixedSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// [TailnetCredential]: an OAuth client's secret in the vault, proved to be able to mint auth keys. The client
/// itself is the user's, made in Tailscale's admin console, and stays when the credential goes.
public final class TailnetCredentialDriver implements ResourceDriver<TailnetCredential> {
    private static final TailnetClient OUTPUTS = new TailnetClient(TailscaleAccess.CLIENT_SECRET);

    /// Keys of less than a minute are refused, and this one is taken back at once.
    private static final Duration TRIAL = Duration.ofMinutes(5);

    private final TailscaleAccess tailscale;
    private final Supplier<Optional<Secret>> answer;

    /// @param answer the client's secret, where a person or the lab gave one; else the vault's counts
    public TailnetCredentialDriver(TailscaleAccess tailscale, Supplier<Optional<Secret>> answer) {
        this.tailscale = tailscale;
        this.answer = answer;
    }

    @Override
    public Optional<Observed> observe(TailnetCredential wanted, Context context) throws InterruptedException {
        try {
            if (!tailscale.isKnown()) {
                return Optional.empty();
            }
            tailscale.tailnet().devices();
            return Optional.of(Observed.of(wanted, OUTPUTS));
        } catch (RefusedCall revoked) {
            if (revoked.answer().code().equals("401")) {
                return Optional.empty(); // what is there lets nobody in: it has to be made anew
            }
            throw new Unforeseen(revoked.answer().words());
        }
    }

    @Override
    public CreateAnswer create(TailnetCredential wanted, Token token, Context context) throws InterruptedException {
        try {
            var given = answer.get();
            var tailnet = given.isPresent() ? tailscale.as(given.get()) : tailscale.tailnet();
            context.progress().report("minting an auth key, to see that it works");
            tailnet.revoke(tailnet.mint("freehold trial", TRIAL));
            given.ifPresent(secret -> tailscale.vault().write(TailscaleAccess.CLIENT_SECRET, secret));
            return CreateAnswer.Created.of(wanted, OUTPUTS);
        } catch (RefusedCall no) {
            return no.answer();
        }
    }

    /// Only what comes before it has changed.
    @Override
    public UpdateAnswer update(TailnetCredential before, TailnetCredential wanted, Context context) {
        var replacement = FixedSettings.refusal(before, wanted);
        if (replacement.isPresent()) {
            return replacement.get();
        }
        if (!tailscale.isKnown()) {
            return new Refused("NotFound", wanted.id() + " is not in the vault any more. Plan again.");
        }
        return UpdateAnswer.Updated.of(wanted, OUTPUTS);
    }

    @Override
    public DeleteAnswer delete(TailnetCredential gone, Context context) {
        tailscale.vault().remove(TailscaleAccess.CLIENT_SECRET);
        return new DeleteAnswer.Deleted();
    }
}
