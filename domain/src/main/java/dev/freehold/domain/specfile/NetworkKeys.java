package dev.freehold.domain.specfile;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.spec.IngressSpec;
import dev.freehold.domain.spec.NetworkSpec;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.domain.specfile.form.Form.Many;
import dev.freehold.domain.specfile.form.Form.Word;
import dev.freehold.domain.specfile.form.Forms;
import dev.freehold.domain.specfile.form.Group;
import dev.freehold.domain.specfile.form.Member.Otherwise;
import dev.freehold.domain.specfile.form.Member.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The keys of `network` and of `ingress`.
final class NetworkKeys {
    static final Value<NetworkSpec, Cidr> VCN = new Value<>(
            "vcn",
            Forms.BLOCK,
            Otherwise.DEFAULT_PLATFORM,
            NetworkSpec::vcn,
            "The virtual cloud network, from /16 to /30. It overlaps none of vms, pods, services and the tailnet.");

    static final Value<NetworkSpec, Cidr> SUBNET = new Value<>(
            "subnet",
            Forms.BLOCK,
            Otherwise.workedOut(
                    "10.0.1.0/24 where the VCN holds it; else the VCN's second /24, or all of a VCN of /24 or"
                            + " smaller"),
            NetworkSpec::subnet,
            "The subnet of the machines, inside the VCN.");

    static final Value<NetworkSpec, Cidr> VMS = new Value<>(
            "vms",
            Forms.BLOCK,
            Otherwise.DEFAULT_PLATFORM,
            NetworkSpec::vms,
            "The overlay across the hosts on which VMs live, from /8 to /29.");

    static final Value<NetworkSpec, List<Cidr>> SSH_FROM = new Value<>(
            "ssh-from",
            new Many<>(Forms.BLOCK),
            Otherwise.DEFAULT_PLATFORM,
            NetworkSpec::sshFrom,
            "Who may reach the bastion's SSH from outside; [] lets nobody in.");

    static final Group<NetworkSpec> GROUP = Group.of(List.of(VCN, SUBNET, VMS, SSH_FROM));

    static final Value<IngressSpec, PublicIp> INGRESS_PUBLIC_IP = new Value<>(
            "public-ip",
            new Word<>(ingressPublicIps()),
            Otherwise.DEFAULT_PLATFORM,
            IngressSpec::publicIp,
            "Where its public address comes from. Oracle gives secondary addresses no ephemeral one.");

    static final Value<IngressSpec, Ipv4> INGRESS_ADDRESS = new Value<>(
            "address",
            Forms.ADDRESS,
            Otherwise.workedOut("the next free one of the subnet from its 30th on"),
            IngressSpec::address,
            "A secondary private address in network.subnet, unlike every node's.");

    static final Value<IngressSpec, Integer> NODE_PORT = new Value<>(
            "node-port",
            Forms.whole(30000, 32767, 30443),
            Otherwise.DEFAULT_PLATFORM,
            IngressSpec::nodePort,
            "The port of the cluster's ingress controller on every Kubernetes node.");

    static final Group<IngressSpec> INGRESS = Group.of(List.of(INGRESS_PUBLIC_IP, INGRESS_ADDRESS, NODE_PORT));

    private NetworkKeys() {}

    private static Map<String, PublicIp> ingressPublicIps() {
        var words = new LinkedHashMap<String, PublicIp>();
        words.put("reserved", PublicIp.RESERVED);
        words.put("none", PublicIp.NONE);
        return words;
    }
}
