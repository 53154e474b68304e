package dev.freehold.domain.specfile;

import dev.freehold.domain.address.AddressPlan;
import dev.freehold.domain.address.HeldAddresses;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.specfile.form.Mistakes;
import dev.freehold.domain.specfile.form.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads the nodes, holds them against each other, and gives addresses to those that name none. Every node is
/// looked at a fixed number of times: a spec may have ten thousand.
final class NodesReading {
    private static final int HOSTS = 10;
    private static final int BASTION = 20;
    private static final int OTHERS = 21;
    private static final int INGRESS = 30;

    private final Mistakes problems;
    private final Given<Cidr> subnet;
    private final @Nullable AddressPool machines;
    private final AddressPool tailnet = AddressPool.ofTailnet(AddressPlan.TAILNET, AddressPlan.TAILNET_KEPT);
    private final List<NodeDraft> drafts;
    private final Given<Ipv4> ingress;

    /// @param nodes null where the file has none of its own
    /// @param ingress the ingress' address; null where there is no ingress
    /// @param held the addresses that what stands has: asked for where one is to be chosen
    NodesReading(
            @Nullable List<Fields<NodeSpec>> nodes,
            Place top,
            Given<Cidr> subnet,
            @Nullable Given<Ipv4> ingress,
            Supplier<HeldAddresses> held,
            Mistakes problems) {
        this.problems = problems;
        this.subnet = subnet;
        machines = subnet.value() == null ? null : AddressPool.ofSubnet(subnet.value());
        var read = new ArrayList<NodeDraft>();
        if (nodes == null) {
            DefaultSpec.threeNode().nodes().forEach(node -> read.add(NodeDraft.usual(node, top)));
        } else {
            nodes.forEach(fields -> read.add(NodeDraft.read(fields, problems)));
        }
        checkNames(read);
        checkBastion(read);
        for (var draft : read) {
            takeWritten(draft);
        }
        if (ingress != null) {
            takeMachine(ingress, "the ingress");
        }
        boolean anyOpen = (ingress != null && ingress.isOpen())
                || read.stream()
                        .anyMatch(draft -> draft.address().isOpen()
                                || draft.tailnetAddress().isOpen());
        var standing = anyOpen ? held.get() : HeldAddresses.NONE;
        read.replaceAll(draft -> kept(draft, standing));
        standing.tailnet().values().forEach(tailnet::reserve);
        var keptIngress = ingress == null ? null : kept(ingress, standing.ingress(), machines, "the ingress");
        // What there is one of keeps its place before the hosts, however many, pass over it.
        read.replaceAll(draft -> draft.isBastion() ? draft.at(machine(draft)) : draft);
        this.ingress = keptIngress == null ? new Given<>(null, false, top) : open(keptIngress, INGRESS, "the ingress");
        read.replaceAll(draft -> draft.at(machine(draft)).inTailnetAt(tailnetAddress(draft)));
        drafts = read;
    }

    Supplier<List<NodeSpec>> specs() {
        return () -> drafts.stream().map(NodeDraft::spec).toList();
    }

    Given<Ipv4> ingress() {
        return ingress;
    }

    private void checkNames(List<NodeDraft> read) {
        var byName = new HashMap<String, NodeDraft>();
        for (var draft : read) {
            var name = draft.name().value();
            if (name != null) {
                var first = byName.putIfAbsent(name, draft);
                if (first != null) {
                    problems.add(
                            draft.name().place(),
                            "a node called '" + name + "' stands in line "
                                    + first.place().line() + " already; give one of the two another name");
                }
            }
        }
        for (var draft : read) {
            var name = draft.name().value();
            var clash = name == null || !draft.isHost() ? null : byName.get("tailscale-" + name);
            if (clash != null) {
                problems.add(
                        clash.name().place(),
                        "the host " + name + " has a Tailscale container called tailscale-" + name
                                + "; give the node another name");
            }
        }
    }

    private void checkBastion(List<NodeDraft> read) {
        NodeDraft first = null;
        for (var draft : read) {
            if (draft.isBastion() && first == null) {
                first = draft;
            } else if (draft.isBastion() && first != null) {
                problems.add(
                        draft.role().place(),
                        "a second bastion: " + first.shownName() + " is one already, and"
                                + " one is allowed; leave role out of one of the two");
            }
        }
    }

    private void takeWritten(NodeDraft draft) {
        takeMachine(draft.address(), draft.shownName());
        var given = draft.tailnetAddress();
        var address = given.value();
        if (address == null) {
            return;
        }
        if (tailnet.isOutside(address)) {
            problems.add(
                    given.place(),
                    address + " is outside the tailnet " + AddressPlan.TAILNET
                            + "; choose an address inside it, such as 100.64.0.1");
            return;
        }
        for (var kept : AddressPlan.TAILNET_KEPT) {
            if (kept.contains(address)) {
                problems.add(
                        given.place(),
                        address + " is in " + kept + ", which Tailscale keeps for itself; choose"
                                + " another address of " + AddressPlan.TAILNET + ", such as 100.64.0.1");
                return;
            }
        }
        checkOnce(given, tailnet.take(address, draft.shownName()));
    }

    private void takeMachine(Given<Ipv4> given, String owner) {
        var address = given.value();
        if (address == null || machines == null) {
            return;
        }
        if (machines.isOutside(address)) {
            problems.add(
                    given.place(),
                    address + " is outside network.subnet " + subnet.sound()
                            + (subnet.written() ? "" : " (the default)")
                            + "; choose an address inside it, or leave the key out to get the next free one");
        } else if (machines.isAtTheEnds(address)) {
            problems.add(
                    given.place(),
                    address + " is Oracle's: of network.subnet " + subnet.sound()
                            + " it keeps the first two addresses and the last; choose another, or leave the key out to"
                            + " get the next free one");
        } else {
            checkOnce(given, machines.take(address, owner));
        }
    }

    private void checkOnce(Given<Ipv4> given, @Nullable String owner) {
        if (owner != null) {
            problems.add(
                    given.place(),
                    given.sound() + " is the address of " + owner + " already; choose another, or"
                            + " leave the key out to get the next free one");
        }
    }

    /// What stands under that name keeps its addresses, unless somebody else is written to have them.
    private NodeDraft kept(NodeDraft draft, HeldAddresses held) {
        var name = draft.name().value();
        if (name == null) {
            return draft;
        }
        return draft.at(kept(draft.address(), held.machines().get(name), machines, draft.shownName()))
                .inTailnetAt(kept(draft.tailnetAddress(), held.tailnet().get(name), tailnet, draft.shownName()));
    }

    private static Given<Ipv4> kept(Given<Ipv4> given, @Nullable Ipv4 held, @Nullable AddressPool pool, String owner) {
        if (!given.isOpen() || held == null || pool == null || !pool.isFree(held)) {
            return given;
        }
        pool.take(held, owner);
        return given.or(held);
    }

    private Given<Ipv4> machine(NodeDraft draft) {
        return open(draft.address(), draft.isBastion() ? BASTION : draft.isHost() ? HOSTS : OTHERS, draft.shownName());
    }

    /// The address as written, or the next free one from that offset on.
    private Given<Ipv4> open(Given<Ipv4> given, int from, String owner) {
        if (!given.isOpen() || machines == null) {
            return given;
        }
        var free = machines.next(from, owner);
        if (free.isEmpty()) {
            problems.add(
                    given.place(),
                    "no address is left for " + owner + " in network.subnet " + subnet.sound()
                            + ", of which Oracle keeps three; make the subnet larger, or ask for fewer nodes");
            return new Given<>(null, true, given.place());
        }
        return given.or(free.get());
    }

    private Given<Ipv4> tailnetAddress(NodeDraft draft) {
        var given = draft.tailnetAddress();
        if (!given.isOpen()) {
            return given;
        }
        var free = tailnet.next(1, draft.shownName());
        if (free.isEmpty()) {
            problems.add(
                    given.place(),
                    "no address is left for " + draft.shownName() + " in the tailnet " + AddressPlan.TAILNET
                            + "; ask for fewer nodes");
            return new Given<>(null, true, given.place());
        }
        return given.or(free.get());
    }
}
