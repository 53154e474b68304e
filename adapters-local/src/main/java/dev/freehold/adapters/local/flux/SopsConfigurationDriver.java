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
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.UpdateAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// [SopsConfiguration] as `.sops.yaml` at the root of the repository: what lies in `infrastructure/secrets` is
/// encrypted to the platform's identity. Needs the identity's output `recipient`. Output: `file`.
public final class SopsConfigurationDriver implements ResourceDriver<SopsConfiguration> {
    private static final String PART = "sops";

    private final RepositoryFiles files;

    public SopsConfigurationDriver(RepositoryFiles files) {
        this.files = files;
    }

    @Override
    public Optional<Observed> observe(SopsConfiguration wanted, Context context) {
        return files.with(() -> {
            var recipient = recipient(wanted, context);
            var generated = files.generated(PART);
            // One for another identity is not the one wanted: it is brought up to date by making it.
            return recipient.isPresent() && generated.equals(recipient.map(SopsConfigurationDriver::generated))
                    ? Optional.of(Observed.of(wanted, outputs()))
                    : Optional.empty();
        });
    }

    @Override
    public CreateAnswer create(SopsConfiguration wanted, Token token, Context context) {
        var refused = bring(wanted, context);
        return refused.isPresent() ? refused.get() : CreateAnswer.Created.of(wanted, outputs());
    }

    @Override
    public UpdateAnswer update(SopsConfiguration before, SopsConfiguration wanted, Context context) {
        if (files.with(() -> files.generated(PART)).isEmpty()) {
            return RepositoryFiles.notThere(wanted.id());
        }
        var refused = bring(wanted, context);
        return refused.isPresent() ? refused.get() : UpdateAnswer.Updated.of(wanted, outputs());
    }

    private Optional<Refused> bring(SopsConfiguration wanted, Context context) {
        var recipient = recipient(wanted, context);
        if (recipient.isEmpty()) {
            return Optional.of(new Refused(
                    "NoRecipient",
                    "The outputs of " + wanted.identity().id() + " name no recipient. This is a bug in Freehold."));
        }
        return files.changing(
                Optional::of,
                () -> files.git().exists()
                        ? files.bring(PART, generated(recipient.get()), "Encrypt to the platform's identity", context)
                        : Optional.of(files.noRepository()));
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
    public DeleteAnswer delete(SopsConfiguration gone, Context context) {
        return files.changing(refused -> refused, () -> files.remove(PART, "Encrypt to nobody", context));
    }

    private LocalFile outputs() {
        return new LocalFile(new FilePath(files.file(RepositoryPaths.SOPS).toString()));
    }
}
