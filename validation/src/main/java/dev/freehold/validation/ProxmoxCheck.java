package dev.freehold.validation;

import dev.freehold.domain.resource.Gate.Quorum;
import dev.freehold.domain.resource.ProxmoxResource.CephMonitor;
import dev.freehold.domain.resource.ProxmoxResource.CephOsd;
import dev.freehold.domain.resource.ProxmoxResource.OverlayNetwork;
import dev.freehold.domain.resource.ProxmoxResource.PostInstall;
import dev.freehold.domain.resource.ProxmoxResource.TailscaleContainer;
import dev.freehold.domain.resource.ProxmoxResource.VmStorage;
import dev.freehold.ports.probe.HypervisorFacts;
import dev.freehold.ports.probe.Probe;
import java.util.ArrayList;
import java.util.List;

/// The cluster is quorate with every host online, its storage is healthy, and its networks carry VMs.
final class ProxmoxCheck implements Check {
    private final Probe<HypervisorFacts> hypervisor;

    ProxmoxCheck(Probe<HypervisorFacts> hypervisor) {
        this.hypervisor = hypervisor;
    }

    @Override
    public List<Finding> findings(Wanted wanted) throws InterruptedException {
        var hosts = wanted.all(PostInstall.class);
        if (hosts.isEmpty()) {
            return List.of(Finding.skipped("the Proxmox VE cluster", "the spec has no hosts"));
        }
        var read = hypervisor.read();
        if (read.isEmpty()) {
            return List.of(Finding.missing("the Proxmox VE cluster", hosts.size() + " hosts"));
        }
        var facts = read.get();
        var findings = new ArrayList<Finding>();
        findings.add(Finding.that(facts.quorate(), "quorum", "quorate", facts.quorate() ? "quorate" : "not quorate"));
        wanted.first(Quorum.class)
                .ifPresent(quorum -> findings.add(Finding.same("votes", quorum.votes(), facts.votes())));
        for (var host : hosts) {
            boolean online = facts.hosts().stream().anyMatch(one -> one.name().equals(host.name()) && one.online());
            findings.add(Finding.that(online, "host " + host.name(), "online", online ? "online" : "not online"));
        }
        for (var storage : wanted.all(VmStorage.class)) {
            findings.add(present("storage " + storage.name(), facts.storages().contains(storage.name())));
        }
        ceph(wanted, facts, findings);
        for (var container : wanted.all(TailscaleContainer.class)) {
            findings.add(
                    present("container " + container.name(), facts.containers().contains(container.name())));
        }
        if (wanted.first(OverlayNetwork.class).isPresent()) {
            findings.add(present("the VM network's zone on every host", facts.overlay()));
        }
        return findings;
    }

    private static Finding present(String what, boolean there) {
        return Finding.that(there, what, "there", there ? "there" : "not there");
    }

    private static void ceph(Wanted wanted, HypervisorFacts facts, List<Finding> findings) {
        var osds = wanted.all(CephOsd.class).size();
        if (osds == 0) {
            return;
        }
        if (facts.ceph().isEmpty()) {
            findings.add(Finding.missing("Ceph", "HEALTH_OK"));
            return;
        }
        var ceph = facts.ceph().get();
        findings.add(Finding.same("Ceph's health", "HEALTH_OK", ceph.health()));
        findings.add(Finding.same("OSDs up and in", osds, ceph.up()));
        findings.add(Finding.same("Ceph monitors", wanted.all(CephMonitor.class).size(), ceph.monitors()));
    }
}
