package dev.freehold.lab.oracle.network;

import dev.freehold.lab.oracle.api.Kind;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// Who holds on to whom: what is referred to can't be deleted.
final class References {
    private static final Map<String, String> WORDS = Map.of(
            "vcn", "VCN",
            "subnet", "Subnet",
            "vnic", "VNIC",
            "internetgateway", "Internet Gateway",
            "routetable", "Route Table",
            "securitylist", "Security List",
            "networksecuritygroup", "Network Security Group",
            "dhcpoptions", "DHCP Options");

    private References() {}

    /// @throws Refusal 409 naming the first of `other`'s kind that matches and is not wholly gone
    static void refuse(Tx tx, Resource wanted, Kind other, Predicate<Resource> refers) {
        tx.stream(other.name())
                .filter(one -> !one.isIn("TERMINATED"))
                .filter(refers)
                .findFirst()
                .ifPresent(one -> {
                    throw Refusal.conflict("The " + word(wanted.kind()) + ' ' + wanted.id() + " references the "
                            + word(one.kind()) + ' ' + one.id()
                            + ". You must remove the reference to proceed with this operation.");
                });
    }

    private static String word(String kind) {
        return WORDS.getOrDefault(kind, kind.toUpperCase(Locale.ROOT));
    }

    static boolean holds(Resource resource, String list, String id) {
        return resource.get(list).valueStream().anyMatch(one -> one.asString("").equals(id));
    }
}
