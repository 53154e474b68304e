package dev.freehold.domain.resource;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A part of the setup phase that can be made alone, with what it needs of the rest.
public enum SetupPart {
    /// The configuration that calls to Oracle Cloud are signed with.
    OCI,
    /// The key pair for the hosts.
    SSH,
    /// The repository that Flux follows, and what is encrypted in it.
    FLUX;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SetupPart> ofWord(String word) {
        return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
    }

    public boolean holds(Node node) {
        return node instanceof SetupResource resource
                && of(resource).filter(this::equals).isPresent();
    }

    /// The guards against a bill and the tailnet's credential are made with the whole phase alone.
    private static Optional<SetupPart> of(SetupResource resource) {
        return switch (resource) {
            case SetupResource.OciConfiguration _ -> Optional.of(OCI);
            case SetupResource.SshKeyPair _ -> Optional.of(SSH);
            case SetupResource.SettingsFile _,
                    SetupResource.AgeIdentity _,
                    SetupResource.FluxRepository _,
                    SetupResource.CiliumManifest _,
                    SetupResource.SopsConfiguration _,
                    SetupResource.EncryptedSecret _ -> Optional.of(FLUX);
            case SetupResource.TailnetCredential _,
                    SetupResource.Compartment _,
                    SetupResource.QuotaPolicy _,
                    SetupResource.Budget _,
                    SetupResource.BudgetAlertRule _ -> Optional.empty();
        };
    }
}
