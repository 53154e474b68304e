package dev.freehold.adapters.local.sops;

import dev.freehold.adapters.local.age.Recipient;
import dev.freehold.ports.document.RefusedDocument;
import java.util.LinkedHashSet;
import java.util.List;

/// How a new SOPS file is encrypted.
///
/// @param recipients who can decrypt it; at least one, none twice
/// @param macOnlyEncrypted whether plain values may change without anybody being told
/// @param remarks what its writer may not have meant, for a person
public record CreationRule(
        List<Recipient> recipients, Selection selection, boolean macOnlyEncrypted, List<String> remarks) {
    public CreationRule {
        remarks = List.copyOf(remarks);
        if (recipients.isEmpty()) {
            throw new RefusedDocument("there is no age recipient to encrypt for");
        }
        recipients = List.copyOf(new LinkedHashSet<>(recipients));
    }

    public CreationRule(List<Recipient> recipients, Selection selection, boolean macOnlyEncrypted) {
        this(recipients, selection, macOnlyEncrypted, List.of());
    }

    /// For Kubernetes Secrets that Flux decrypts.
    public static CreationRule forKubernetes(Recipient recipient) {
        return new CreationRule(List.of(recipient), Selection.KUBERNETES_SECRET, false);
    }
}
