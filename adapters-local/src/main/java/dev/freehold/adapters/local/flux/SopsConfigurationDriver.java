package dev.freehold.adapters.local.flux;

import static dev.freehold.domain.yaml.YamlValue.entry;
import static dev.freehold.domain.yaml.YamlValue.group;
import static dev.freehold.domain.yaml.YamlValue.items;
import static dev.freehold.domain.yaml.YamlValue.word;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.FilePath;
import dev.freehold.domain.output.Outputs.LocalFile;
import dev.freehold.domain.output.SetupOutputs.AgeKey;
import dev.freehold.domain.resource.SetupResource.SopsConfiguration;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// [SopsConfiguration] as `.sops.yaml` at the root of the repository: what lies in `infrastructure/secrets` is
/// encrypted to the platform's identity. Needs the identity's output `recipient`. Output: `file`.
public final class SopsConfigurationDriver implements KindDriver<SopsConfiguration> {
    private static final String PART = "sops";

    private final RepositoryFiles files;

    public SopsConfigurationDriver(RepositoryFiles files) {
        this.files = files;
    }

    @Override
    public Optional<Found<SopsConfiguration>> find(SopsConfiguration wanted, Context context) {
        var file = files.file(RepositoryPaths.SOPS).toString();
        return files.with(() -> files.generated(PART))
                .map(_ -> Found.ours(file, wanted, new LocalFile(new FilePath(file)), Optional.empty()));
    }

    /// One for another identity is brought up to date by making it.
    @Override
    public boolean isWhole(Found<SopsConfiguration> there, SopsConfiguration wanted, Context context) {
        var recipient = recipient(wanted, context);
        return recipient.isPresent()
                && files.with(() -> files.generated(PART)).equals(recipient.map(SopsConfigurationDriver::generated));
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public void make(SopsConfiguration wanted, Token token, Context context) {
        bring(wanted, context);
    }

    @Override
    public void change(Found<SopsConfiguration> there, SopsConfiguration wanted, Context context) {
        bring(wanted, context);
    }

    private void bring(SopsConfiguration wanted, Context context) {
        var recipient = recipient(wanted, context)
                .orElseThrow(() -> RepositoryFiles.no(
                        "NoRecipient",
                        "The outputs of " + wanted.identity().id() + " name no recipient. This is a bug in Freehold."));
        files.changing(() -> files.bring(PART, generated(recipient), "Encrypt to the platform's identity", context));
    }

    private static Optional<String> recipient(SopsConfiguration wanted, Context context) {
        return context.outputsOf(wanted.identity()).map(AgeKey::recipient);
    }

    private static Map<String, String> generated(String recipient) {
        var rule = group(
                entry("path_regex", word("^" + RepositoryPaths.SECRETS + "/.+\\.sops\\.yaml$")),
                entry("encrypted_regex", word("^(data|stringData)$")),
                entry("age", word(recipient)));
        return Map.of(RepositoryPaths.SOPS, Manifest.text(group(entry("creation_rules", items(List.of(rule))))));
    }

    @Override
    public void remove(Found<SopsConfiguration> there, SopsConfiguration gone, Context context) {
        files.changing(() -> files.remove(PART, "Encrypt to nobody", context));
    }

    @Override
    public Listing listing() {
        return new Listing.Unlisted("it lies in the target's own repository, under one name");
    }
}
