package dev.freehold.validation;

import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.resource.OciResource.ReservedPublicIp;
import dev.freehold.domain.resource.OciResource.Subnet;
import dev.freehold.domain.resource.OciResource.TailnetMembership;
import dev.freehold.domain.resource.OciResource.Vcn;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.ports.probe.CloudFacts;
import dev.freehold.ports.probe.CloudFacts.Machine;
import dev.freehold.ports.probe.Probe;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// The network stands, and every machine runs with its size, its addresses and its place in the tailnet.
final class OciCheck implements Check {
    private final Probe<CloudFacts> cloud;

    OciCheck(Probe<CloudFacts> cloud) {
        this.cloud = cloud;
    }

    @Override
    public List<Finding> findings(Wanted wanted) throws InterruptedException {
        var read = cloud.read();
        if (read.isEmpty()) {
            return List.of(Finding.missing(
                    "network and machines on OCI",
                    "a VCN with " + wanted.spec().nodes().size() + " machines"));
        }
        var facts = read.get();
        var findings = new ArrayList<Finding>();
        findings.add(Finding.same(
                "VCNs", wanted.all(Vcn.class).stream().map(Vcn::cidr).toList(), facts.vcns()));
        findings.add(Finding.same(
                "subnets", wanted.all(Subnet.class).stream().map(Subnet::cidr).toList(), facts.subnets()));
        findings.add(Finding.same(
                "reserved public addresses", wanted.all(ReservedPublicIp.class).size(), facts.reservedPublicIps()));
        var instances = wanted.all(Instance.class);
        findings.add(Finding.same("machines", instances.size(), facts.machines().size()));
        for (var instance : instances) {
            about(instance, wanted, facts, findings);
        }
        return findings;
    }

    private static void about(Instance instance, Wanted wanted, CloudFacts facts, List<Finding> findings) {
        var name = instance.name();
        var found = facts.machines().stream()
                .filter(machine -> machine.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            findings.add(Finding.missing(name, "RUNNING"));
            return;
        }
        var machine = found.get();
        findings.add(Finding.same(name + ": state", "RUNNING", machine.state()));
        findings.add(Finding.same(
                name + ": shape", instance.size().shape().oci(), machine.size().shape()));
        findings.add(Finding.same(
                name + ": OCPUs", instance.size().ocpus(), machine.size().ocpus()));
        findings.add(Finding.same(
                name + ": memory", instance.size().memory(), machine.size().memory()));
        findings.add(Finding.same(
                name + ": boot volume",
                instance.size().bootVolume(),
                machine.size().bootVolume()));
        findings.add(Finding.same(
                name + ": private address",
                instance.vnic().address(),
                machine.addresses().address()));
        boolean wantsPublic = instance.vnic().publicIp() != PublicIp.NONE;
        findings.add(Finding.that(
                machine.addresses().publicAddress().isPresent() == wantsPublic,
                name + ": public address",
                wantsPublic ? "one" : "none",
                machine.addresses().publicAddress().map(Object::toString).orElse("none")));
        tailnet(machine, wanted, findings);
        if (!machine.markedFree()) {
            findings.add(Finding.warning(
                    name + ": Oracle's mark",
                    "Always Free",
                    "none, as in tenancies that pay: what lies above the allowance is billed"));
        }
        machine.week().ifPresent(week -> findings.add(idleness(name, week)));
    }

    private static Finding idleness(String name, CloudFacts.Week week) {
        var what = name + ": use in seven days";
        var least = "CPU, network or memory at " + percent(CloudFacts.Week.IDLE_BELOW);
        var used = "CPU " + percent(week.cpu()) + ", network " + percent(week.network())
                + week.memory().map(share -> ", memory " + percent(share)).orElse("") + " (95th percentile)";
        return week.isIdle()
                ? Finding.warning(what, least, used + ": Oracle may stop what is idle in a free tenancy")
                : Finding.that(true, what, least, used);
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share)
                        .setScale(1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }

    private static void tailnet(Machine machine, Wanted wanted, List<Finding> findings) {
        wanted.all(TailnetMembership.class).stream()
                .filter(membership -> membership.name().equals(machine.name()))
                .findFirst()
                .ifPresent(membership -> findings.add(Finding.same(
                        machine.name() + ": tailnet address",
                        membership.address().toString(),
                        machine.addresses()
                                .tailnetAddress()
                                .map(Object::toString)
                                .orElse("none"))));
    }
}
