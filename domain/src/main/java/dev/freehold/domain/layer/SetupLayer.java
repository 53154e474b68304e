package dev.freehold.domain.layer;

import dev.freehold.domain.output.FilePath;
import dev.freehold.domain.output.KeyPlace;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.output.SetupOutputs;
import dev.freehold.domain.resource.SetupResource;
import org.jspecify.annotations.Nullable;

/// @param ageIdentityFile holds the identity that secrets in Git are decrypted with
/// @param ageRecipient whom they are encrypted to
/// @param fluxRepositoryFolder the work tree
/// @param ociConfigFile what calls to Oracle Cloud are signed by
/// @param sshPrivateKeyFile what machines are logged into with
/// @param sshPublicKey the line for `authorized_keys`
public record SetupLayer(
        @Nullable FilePath ageIdentityFile,
        @Nullable String ageRecipient,
        @Nullable FilePath fluxRepositoryFolder,
        @Nullable FilePath ociConfigFile,
        @Nullable KeyPlace sshPrivateKeyFile,
        @Nullable String sshPublicKey)
        implements LayerOutputs {

    static SetupLayer of(Standings standing) {
        return new SetupLayer(
                standing.one(SetupResource.AgeIdentity.class, SetupOutputs.AgeKey::file),
                standing.one(SetupResource.AgeIdentity.class, SetupOutputs.AgeKey::recipient),
                standing.one(SetupResource.FluxRepository.class, SetupOutputs.GitRepository::folder),
                standing.one(SetupResource.OciConfiguration.class, Outputs.LocalFile::file),
                standing.one(SetupResource.SshKeyPair.class, SetupOutputs.SshKey::privateKeyFile),
                standing.one(SetupResource.SshKeyPair.class, SetupOutputs.SshKey::publicKey));
    }
}
