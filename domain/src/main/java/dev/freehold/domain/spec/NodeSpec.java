package dev.freehold.domain.spec;

import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Ocpus;

/// One machine on OCI.
///
/// @param address its primary private address in the subnet
/// @param tailnetAddress its address in the tailnet
public record NodeSpec(String name, Role role, Size size, Ipv4 address, PublicIp publicIp, Ipv4 tailnetAddress) {

    /// How large the machine is.
    ///
    /// @param ocpus of an A1 node as asked; of a micro the eighth of an OCPU that its shape has
    /// @param memory of an A1 node as asked; of a micro the 1 GB that its shape has
    public record Size(Shape shape, Ocpus ocpus, Gigabytes memory, Gigabytes bootVolume) {}

    /// What a node is there for, beyond being a machine.
    public enum Role {
        NONE,
        BASTION
    }

    /// The shapes that Oracle gives for free, by Oracle's names.
    public enum Shape {
        A1_FLEX("VM.Standard.A1.Flex"),
        E2_1_MICRO("VM.Standard.E2.1.Micro");

        private final String oci;

        Shape(String oci) {
            this.oci = oci;
        }

        /// Oracle's own name of the shape.
        public String oci() {
            return oci;
        }
    }

    /// Where a node's public address comes from.
    public enum PublicIp {
        EPHEMERAL,
        RESERVED,
        NONE
    }

    /// Does the node carry Proxmox?
    public boolean isHost() {
        return size.shape() == Shape.A1_FLEX && role == Role.NONE;
    }
}
