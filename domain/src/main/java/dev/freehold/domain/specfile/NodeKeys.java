package dev.freehold.domain.specfile;

import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.domain.spec.NodeSpec.Role;
import dev.freehold.domain.spec.NodeSpec.Shape;
import dev.freehold.domain.specfile.form.Form.Text;
import dev.freehold.domain.specfile.form.Form.Word;
import dev.freehold.domain.specfile.form.Forms;
import dev.freehold.domain.specfile.form.Group;
import dev.freehold.domain.specfile.form.Member.Otherwise;
import dev.freehold.domain.specfile.form.Member.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The keys of one node.
final class NodeKeys {
    static final Value<NodeSpec, String> NAME = new Value<>(
            "name",
            // Its Tailscale container is called tailscale-NAME, and a host name has at most 63 characters.
            Text.of(
                    "a host name of lower-case letters, digits and hyphens, no hyphen at its ends, at most 53 long,"
                            + " such as ampere-1",
                    "[a-z0-9]([a-z0-9-]*[a-z0-9])?",
                    53),
            Otherwise.REQUIRED,
            NodeSpec::name,
            "The machine's host name, unlike every other node's.");

    static final Value<NodeSpec, Role> ROLE = new Value<>(
            "role",
            new Word<>(Map.of("bastion", Role.BASTION)),
            Otherwise.workedOut("none: an A1 node is then a host of Proxmox"),
            node -> node.role() == Role.NONE ? null : node.role(),
            "What the machine is for: the bastion is the one way in from outside. At most one node has the role.");

    static final Value<NodeSpec, Shape> SHAPE = new Value<>(
            "shape",
            new Word<>(shapes()),
            Otherwise.REQUIRED,
            node -> node.size().shape(),
            "Oracle's name of the kind of machine: Ampere A1 (arm64) or the x86 micro.");

    static final Value<NodeSpec, Ocpus> OCPUS = new Value<>(
            "ocpus",
            Forms.OCPUS,
            Otherwise.workedOut("1 on A1; the 0.125 of its shape on a micro"),
            node -> node.size().ocpus(),
            "Cores of an A1 node. A micro has what its shape has, and may be told nothing else.");

    static final Value<NodeSpec, Gigabytes> MEMORY = new Value<>(
            "memory-gb",
            Forms.GIGABYTES,
            Otherwise.workedOut("6 on A1; the 1 of its shape on a micro"),
            node -> node.size().memory(),
            "Memory of an A1 node. A micro has what its shape has, and may be told nothing else.");

    static final Value<NodeSpec, Gigabytes> BOOT_VOLUME = new Value<>(
            "boot-volume-gb",
            Forms.GIGABYTES,
            Otherwise.workedOut("50"),
            node -> node.size().bootVolume(),
            "Size of the only disk. Oracle launches nothing below 50.");

    static final Value<NodeSpec, Ipv4> ADDRESS = new Value<>(
            "address",
            Forms.ADDRESS,
            Otherwise.workedOut(
                    "the next free one of the subnet: hosts from its 10th on, a bastion from its 20th, others"
                            + " from its 21st"),
            NodeSpec::address,
            "Private address in network.subnet, but not its first two or its last, which Oracle keeps.");

    static final Value<NodeSpec, PublicIp> PUBLIC_IP = new Value<>(
            "public-ip",
            new Word<>(publicIps()),
            Otherwise.workedOut("ephemeral"),
            NodeSpec::publicIp,
            "Where its public address comes from: ephemeral dies with the machine, reserved stays.");

    static final Value<NodeSpec, Ipv4> TAILNET_ADDRESS = new Value<>(
            "tailnet-address",
            Forms.ADDRESS,
            Otherwise.workedOut("the next free one from 100.64.0.1"),
            NodeSpec::tailnetAddress,
            "Address in the tailnet: in 100.64.0.0/10, but not in 100.100.0.0/24 or 100.115.92.0/23, which Tailscale"
                    + " keeps.");

    static final Group<NodeSpec> GROUP =
            Group.of(List.of(NAME, ROLE, SHAPE, OCPUS, MEMORY, BOOT_VOLUME, ADDRESS, PUBLIC_IP, TAILNET_ADDRESS));

    private NodeKeys() {}

    private static Map<String, Shape> shapes() {
        var shapes = new LinkedHashMap<String, Shape>();
        for (var shape : Shape.values()) {
            shapes.put(shape.oci(), shape);
        }
        return shapes;
    }

    private static Map<String, PublicIp> publicIps() {
        var words = new LinkedHashMap<String, PublicIp>();
        words.put("ephemeral", PublicIp.EPHEMERAL);
        words.put("reserved", PublicIp.RESERVED);
        words.put("none", PublicIp.NONE);
        return words;
    }
}
