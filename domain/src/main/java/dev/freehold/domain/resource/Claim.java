package dev.freehold.domain.resource;

import dev.freehold.domain.network.Ipv4;
import org.jspecify.annotations.Nullable;

/// Something that one node alone can have at a time. While one has it no other can be given it: whoever hands it on
/// has to let go first. What follows from an id alone (a machine's name in Proxmox) needs no claim, since two nodes
/// never share one; nor does what a system chooses (OCIDs, VM ids, public addresses), since nobody asks for it.
///
/// @param value what it is, as a person writes it: `10.0.1.10`
public record Claim(Scope scope, String value) {

    /// Where it is unique, as what it is called there.
    public enum Scope {
        /// In the platform's virtual network: of its subnets no two overlap.
        PRIVATE_ADDRESS("the private address"),
        /// Of a private address, which has one public address at most. The value is the id of its holder.
        PUBLIC_SIDE("the public address of"),
        /// A reserved public address, which is mapped to one private address at most. The value is its id.
        RESERVED_ADDRESS("the mapping of"),
        /// In the subnet: it becomes the machine's name in Oracle's resolver.
        DNS_LABEL("the DNS label"),
        TAILNET_ADDRESS("the tailnet address"),
        /// In the tailnet, without the platform's name, that each of its names begins with.
        TAILNET_NAME("the tailnet name"),
        /// On the network that VMs live on.
        VM_ADDRESS("the VM network's address"),
        /// In the region's Object Storage namespace.
        BUCKET_NAME("the bucket name");

        private final String words;

        Scope(String words) {
            this.words = words;
        }
    }

    public static Claim privateAddress(Ipv4 address) {
        return new Claim(Scope.PRIVATE_ADDRESS, address.toString());
    }

    public static Claim publicSide(ResourceId privateAddress) {
        return new Claim(Scope.PUBLIC_SIDE, privateAddress.text());
    }

    public static Claim reservedAddress(ResourceId publicIp) {
        return new Claim(Scope.RESERVED_ADDRESS, publicIp.text());
    }

    /// @param machine may have dots in it, which a label can't have
    public static Claim dnsLabel(String machine) {
        return new Claim(Scope.DNS_LABEL, machine.replace('.', '-'));
    }

    public static Claim tailnetAddress(Ipv4 address) {
        return new Claim(Scope.TAILNET_ADDRESS, address.toString());
    }

    public static Claim tailnetName(String name) {
        return new Claim(Scope.TAILNET_NAME, name);
    }

    public static Claim vmAddress(Ipv4 address) {
        return new Claim(Scope.VM_ADDRESS, address.toString());
    }

    public static Claim bucketName(String name) {
        return new Claim(Scope.BUCKET_NAME, name);
    }

    /// For a person: `the private address 10.0.1.10`.
    public String words() {
        return scope.words + ' ' + value;
    }

    // by hand, because a cold start would wait for a record's own methods to be linked
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Claim claim && scope == claim.scope && value.equals(claim.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode() * 31 + scope.hashCode();
    }
}
