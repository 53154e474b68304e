package dev.freehold.adapters.local.flux;

import static java.util.stream.Collectors.joining;

import dev.freehold.adapters.local.age.Identity;
import dev.freehold.adapters.local.age.IdentityFile;
import dev.freehold.adapters.local.age.Recipient;
import dev.freehold.adapters.local.sops.CreationRule;
import dev.freehold.adapters.local.sops.SopsFile;
import dev.freehold.adapters.local.sops.SopsFormat;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.FilePath;
import dev.freehold.domain.output.Outputs.LocalFile;
import dev.freehold.domain.output.SetupOutputs.AgeKey;
import dev.freehold.domain.resource.SetupResource.EncryptedSecret;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.ports.document.RefusedDocument;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.secret.SecretVault;
import dev.freehold.ports.secret.Undecryptable;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// [EncryptedSecret] as a Kubernetes Secret in the repository, its values encrypted with SOPS. They come from the
/// vault, where each has the name `SECRET.KEY`. Needs the identity's outputs `file` and `recipient`. Output:
/// `file`.
///
/// Encrypting twice never gives the same text, so what is there is opened and compared, and kept where it says what
/// the vault says.
public final class EncryptedSecretDriver implements KindDriver<EncryptedSecret> {
    private final RepositoryFiles files;
    private final SecretVault vault;

    public EncryptedSecretDriver(RepositoryFiles files, SecretVault vault) {
        this.files = files;
        this.vault = vault;
    }

    private static String part(EncryptedSecret secret) {
        return "secret/" + secret.name();
    }

    /// What is needed to encrypt and to open.
    private record Keys(Recipient recipient, List<Identity> identities) {}

    private static Optional<Keys> keys(EncryptedSecret wanted, Context context) throws IOException {
        var key = context.outputsOf(wanted.identity());
        var recipient = key.map(AgeKey::recipient);
        var file = key.map(there -> Path.of(there.file().text())).filter(Files::exists);
        if (recipient.isEmpty() || file.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Keys(new Recipient(recipient.get()), IdentityFile.read(Files.readAllBytes(file.get()))));
    }

    @Override
    public Optional<Found<EncryptedSecret>> find(EncryptedSecret wanted, Context context) {
        var file = files.file(RepositoryPaths.secret(wanted.name())).toString();
        return files.with(() -> generated(wanted))
                .map(_ -> Found.ours(file, wanted, new LocalFile(new FilePath(file)), Optional.empty()));
    }

    private Optional<String> generated(EncryptedSecret wanted) throws IOException {
        return files.generated(part(wanted)).map(all -> all.get(RepositoryPaths.secret(wanted.name())));
    }

    /// To remove one nobody needs to open it.
    @Override
    public boolean isWhole(Found<EncryptedSecret> there, EncryptedSecret wanted, Context context) {
        return files.with(() -> {
            var keys = keys(wanted, context);
            var generated = generated(wanted);
            var secret = KubernetesSecret.of(wanted, vault);
            return keys.isPresent()
                    && generated.isPresent()
                    && secret.isWhole()
                    && says(generated.get(), secret, keys.get());
        });
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    /// Does the encrypted text say this, to nobody but the one recipient?
    private static boolean says(String encrypted, KubernetesSecret secret, Keys keys) {
        try {
            var file = SopsFile.read(encrypted.getBytes(StandardCharsets.UTF_8), SopsFormat.YAML);
            return file.recipients().equals(List.of(keys.recipient()))
                    && secret.isSaidBy(file.decrypt(keys.identities()));
        } catch (RefusedDocument | Undecryptable _) {
            return false;
        }
    }

    @Override
    public void make(EncryptedSecret wanted, Token token, Context context) {
        files.changing(() -> bring(wanted, context));
    }

    @Override
    public void change(Found<EncryptedSecret> there, EncryptedSecret wanted, Context context) {
        files.changing(() -> bring(wanted, context));
    }

    private void bring(EncryptedSecret wanted, Context context) throws IOException {
        var keys = keys(wanted, context)
                .orElseThrow(() -> RepositoryFiles.no(
                        "NoIdentity", "The file of " + wanted.identity().id() + " is not there; run setup again."));
        var secret = KubernetesSecret.of(wanted, vault);
        if (!secret.isWhole()) {
            throw missing(wanted, secret.missing());
        }
        var text = generated(wanted)
                .filter(before -> says(before, secret, keys))
                .orElseGet(() -> encrypted(wanted, secret, keys, context));
        files.bring(
                part(wanted),
                Map.of(RepositoryPaths.secret(wanted.name()), text),
                "Encrypt the secret " + wanted.name(),
                context);
    }

    private static String encrypted(EncryptedSecret wanted, KubernetesSecret secret, Keys keys, Context context) {
        var rule = CreationRule.forKubernetes(keys.recipient());
        var bytes = SopsFile.encrypt(
                secret.yaml(), SopsFormat.YAML, rule, context.timeline().now());
        var text = new String(bytes, StandardCharsets.UTF_8);
        // Flux does not check the sum over a file, so that nobody else would notice before the cluster does.
        if (!says(text, secret, keys)) {
            throw new Unforeseen(wanted.id() + " can't be opened again as it was encrypted. Nothing was committed. This"
                    + " is a bug in Freehold.");
        }
        return text;
    }

    private static Declined missing(EncryptedSecret wanted, List<SecretName> names) {
        return RepositoryFiles.no(
                "SecretMissing",
                "The secret " + wanted.name() + " needs what is not in the vault: "
                        + names.stream().map(SecretName::text).collect(joining(", "))
                        + ". Put each there with 'freehold"
                        + " secrets set NAME', then run it again.");
    }

    @Override
    public void remove(Found<EncryptedSecret> there, EncryptedSecret gone, Context context) {
        files.changing(() -> files.remove(part(gone), "Remove the secret " + gone.name(), context));
    }

    @Override
    public Listing listing() {
        return new Listing.Unlisted("it lies in the target's own repository");
    }
}
