package dev.freehold.domain.blueprint;

import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.SetupResource.AgeIdentity;
import dev.freehold.domain.resource.SetupResource.Budget;
import dev.freehold.domain.resource.SetupResource.BudgetAlertRule;
import dev.freehold.domain.resource.SetupResource.CiliumManifest;
import dev.freehold.domain.resource.SetupResource.Compartment;
import dev.freehold.domain.resource.SetupResource.EncryptedSecret;
import dev.freehold.domain.resource.SetupResource.FluxRepository;
import dev.freehold.domain.resource.SetupResource.OciConfiguration;
import dev.freehold.domain.resource.SetupResource.QuotaPolicy;
import dev.freehold.domain.resource.SetupResource.SettingsFile;
import dev.freehold.domain.resource.SetupResource.SopsConfiguration;
import dev.freehold.domain.resource.SetupResource.SshKeyPair;
import dev.freehold.domain.resource.SetupResource.TailnetCredential;
import dev.freehold.domain.spec.Spec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// The setup phase of one spec, and what later phases refer to in it.
record SetupDrawing(
        List<Node> nodes,
        Ref<SshKeyPair> sshKey,
        Ref<TailnetCredential> tailnet,
        Flux flux,
        Ref<Compartment> compartment,
        Guards guards) {

    /// What Flux's repository is made of.
    record Flux(
            Ref<AgeIdentity> age,
            Ref<FluxRepository> repository,
            Ref<CiliumManifest> cilium,
            Ref<SopsConfiguration> sops,
            List<Ref<EncryptedSecret>> secrets) {}

    /// What is in force before anything that could cost.
    record Guards(Ref<QuotaPolicy> quota, Ref<BudgetAlertRule> alert) {}

    static SetupDrawing of(Spec spec) {
        var name = spec.name();
        var nodes = new ArrayList<Node>();
        var configuration = add(nodes, new OciConfiguration(name, spec.account().region()));
        var sshKey = add(nodes, new SshKeyPair(name, "freehold@" + name));
        var settings = add(
                nodes,
                new SettingsFile(
                        name,
                        spec.account().budget().email(),
                        spec.access().mesh().tailnet(),
                        spec.network().sshFrom()));
        var tailnet =
                add(nodes, new TailnetCredential(name, spec.access().mesh().tailnet(), settings));
        var compartment = add(nodes, new Compartment(name, spec.account().compartment(), configuration));
        var quota = add(nodes, new QuotaPolicy(name, Quotas.of(spec), compartment));
        var budget = add(nodes, new Budget(name, amount(spec), compartment));
        var alert = add(
                nodes,
                new BudgetAlertRule(
                        name,
                        spec.account().budget().alert(),
                        spec.account().budget().email(),
                        budget));
        var flux = flux(spec, settings, nodes);
        return new SetupDrawing(nodes, sshKey, tailnet, flux, compartment, new Guards(quota, alert));
    }

    private static Flux flux(Spec spec, Ref<SettingsFile> settings, List<Node> nodes) {
        var name = spec.name();
        var age = add(nodes, new AgeIdentity(name));
        var gitops = spec.cluster().gitops();
        var repository = add(
                nodes,
                new FluxRepository(
                        name,
                        gitops.repository(),
                        gitops.branch(),
                        gitops.path(),
                        gitops.interval(),
                        spec.cluster().apps(),
                        settings));
        var kubernetes = spec.cluster().kubernetes();
        var cilium = add(
                nodes,
                new CiliumManifest("cilium", Versions.CILIUM, kubernetes.endpoint(), kubernetes.pods(), repository));
        var sops = add(nodes, new SopsConfiguration(name, age, repository));
        var secrets = new ArrayList<Ref<EncryptedSecret>>();
        for (var app : spec.cluster().apps().stream().distinct().map(App::named).toList()) {
            if (app.secret() != null) {
                secrets.add(add(nodes, new EncryptedSecret(app.secret(), app.namespace(), age, sops)));
            }
        }
        return new Flux(age, repository, cilium, sops, List.copyOf(secrets));
    }

    /// OCI takes whole currency units and at least one, so the budget is not the alert.
    private static Usd amount(Spec spec) {
        var whole = spec.account().acceptUsdPerMonth().amount().setScale(0, RoundingMode.CEILING);
        return new Usd(whole.max(BigDecimal.ONE));
    }

    /// Adds a node to those drawn.
    static <N extends Node> Ref<N> add(List<Node> nodes, N node) {
        nodes.add(node);
        return Ref.to(node);
    }
}
