package dev.freehold.adapters.sim.world;

import dev.freehold.adapters.sim.chance.Mint;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.OciOutputs.Address;
import dev.freehold.domain.output.OciOutputs.Machine;
import dev.freehold.domain.resource.OciResource;

/// The public addresses that the simulated cloud gives away.
final class PublicAddresses {
    /// 198.18.0.0/15 is for tests of networks (RFC 2544): nobody's public addresses.
    private static final Ipv4 FIRST_PUBLIC = Ipv4.parse("198.18.0.1");

    private static final int PUBLIC_ADDRESSES = (1 << 17) - 2;

    private final SimWorld world;

    PublicAddresses(SimWorld world) {
        this.world = world;
    }

    /// An address that nothing standing has.
    Ipv4 free(Mint mint) {
        for (int draw = 1; ; draw++) {
            var address = FIRST_PUBLIC.plus(mint.below(PUBLIC_ADDRESSES, draw));
            if (!isTaken(address)) {
                return address;
            }
        }
    }

    private boolean isTaken(Ipv4 address) {
        for (var thing : world.standing(OciResource.Instance.class)) {
            if (thing.outputs() instanceof Machine machine && address.equals(machine.publicAddress())) {
                return true;
            }
        }
        for (var thing : world.standing(OciResource.ReservedPublicIp.class)) {
            if (thing.outputs() instanceof Address reserved && address.equals(reserved.address())) {
                return true;
            }
        }
        return false;
    }
}
