package dev.freehold.validation;

import dev.freehold.domain.resource.Gate.AppReady;
import dev.freehold.domain.resource.TalosResource.Kubeconfig;
import dev.freehold.domain.resource.TalosResource.VirtualMachine;
import dev.freehold.ports.probe.KubernetesFacts;
import dev.freehold.ports.probe.Probe;
import java.util.ArrayList;
import java.util.List;

/// The Kubernetes API answers at its endpoint, every machine is a ready node, and Flux has brought every app.
final class TalosCheck implements Check {
    private final Probe<KubernetesFacts> kubernetes;

    TalosCheck(Probe<KubernetesFacts> kubernetes) {
        this.kubernetes = kubernetes;
    }

    @Override
    public List<Finding> findings(Wanted wanted) throws InterruptedException {
        var machines = wanted.all(VirtualMachine.class);
        if (machines.isEmpty()) {
            return List.of(Finding.skipped("the Kubernetes cluster", "the spec has no machines for it"));
        }
        var read = kubernetes.read();
        if (read.isEmpty()) {
            return List.of(Finding.missing("the Kubernetes cluster", machines.size() + " nodes"));
        }
        var facts = read.get();
        var findings = new ArrayList<Finding>();
        wanted.first(Kubeconfig.class)
                .ifPresent(kubeconfig -> findings.add(
                        Finding.same("API endpoint", kubeconfig.endpoint().toString(), facts.endpoint())));
        for (var machine : machines) {
            findings.add(ready(
                    "node " + machine.name(),
                    facts.nodes().stream().anyMatch(node -> node.name().equals(machine.name()) && node.ready())));
        }
        findings.add(ready("Cilium", facts.ciliumReady()));
        findings.add(Finding.that(
                !facts.fluxRevision().isEmpty(),
                "revision that Flux applied",
                "one",
                facts.fluxRevision().isEmpty() ? "none" : facts.fluxRevision()));
        for (var app : wanted.all(AppReady.class)) {
            findings.add(ready(
                    "app " + app.name(),
                    facts.apps().stream().anyMatch(one -> one.name().equals(app.name()) && one.ready())));
        }
        return findings;
    }

    private static Finding ready(String what, boolean ready) {
        return Finding.that(ready, what, "ready", ready ? "ready" : "not ready");
    }
}
