package dev.freehold.adapters.oci.compute;

import com.oracle.bmc.core.model.Vnic;
import com.oracle.bmc.core.requests.GetInstanceRequest;
import com.oracle.bmc.core.requests.TerminateInstanceRequest;
import dev.freehold.adapters.oci.network.AddressHolders;
import dev.freehold.adapters.oci.ownership.CommonFields;
import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.ownership.TaggedResources;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.OciOutputs.Machine;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.resource.OciResource.NetworkSecurityGroup;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.domain.spec.NodeSpec.Shape;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import dev.freehold.ports.skeleton.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// [Instance] on the Core API 20160918 (LaunchInstance, ListInstances, UpdateInstance, TerminateInstance), with its
/// network card and boot volume. A machine that is stopped is seen with no OCPUs: nothing else tells a plan that
/// it has to be started.
public final class InstanceDriver implements KindDriver<Instance> {
    private static final Duration LINGERING = Duration.ofMinutes(10);

    private final Tenancy tenancy;
    private final AddressHolders holders;
    private final TaggedResources<com.oracle.bmc.core.model.Instance> tagged;
    private final InstanceView view;
    private final EphemeralAddresses addresses;
    private final InstanceLaunch launch;
    private final InstanceChange change;

    public InstanceDriver(Tenancy tenancy, AvailabilityDomains domains) {
        this.tenancy = tenancy;
        this.tagged = new TaggedResources<>(
                "instance",
                tenancy,
                one -> new CommonFields(
                        one.getId(), one.getDisplayName(), one.getLifecycleState(), one.getFreeformTags()));
        this.holders = new AddressHolders(tenancy);
        this.view = new InstanceView(tenancy.clients());
        this.addresses = new EphemeralAddresses(tenancy);
        this.launch = new InstanceLaunch(tenancy, new CapacityHunt(tenancy.clients(), domains));
        this.change = new InstanceChange(tenancy, tagged, view, addresses);
    }

    @Override
    public Optional<Found<Instance>> find(Instance wanted, Context context) throws InterruptedException {
        var compartment =
                tenancy.locations().ocid(wanted.vnic().subnet(), context).flatMap(tenancy.locations()::ofSubnet);
        if (compartment.isEmpty()) {
            return Optional.empty();
        }
        var there = tagged.find(wanted, context, () -> list(compartment.get()));
        return there.isEmpty() ? Optional.empty() : Optional.of(found(there.get(), wanted, context));
    }

    private Found<Instance> found(com.oracle.bmc.core.model.Instance there, Instance wanted, Context context)
            throws InterruptedException {
        var ocid = tagged.ocid(there);
        var vnic = tenancy.waiting()
                .until(
                        context,
                        "the network card of " + wanted.name(),
                        () -> view.primaryVnic(there)
                                .map(Waiting.Sight::there)
                                .orElseGet(() -> Waiting.Sight.yet("not attached yet")));
        var publicIp = addresses.of(vnic, wanted.vnic().publicIp());
        var address = Ipv4.parse(OciCalls.required("the private address of " + ocid, vnic.getPrivateIp()));
        boolean fixed = wanted.size().shape() == Shape.E2_1_MICRO; // OCI says 1 OCPU of its eighth
        var size = fixed ? wanted.size().ocpus() : InstanceView.ocpus(there);
        var actual = new Instance(
                wanted.name(),
                wanted.purpose(),
                new Instance.Size(
                        shape(OciCalls.required("the shape of " + ocid, there.getShape()), wanted),
                        InstanceChange.isStopped(there) ? Ocpus.ZERO : size,
                        fixed ? wanted.size().memory() : InstanceView.memory(there),
                        bootVolume(there, wanted),
                        wanted.size().dataPartition()),
                new Instance.Vnic(address, publicIp, wanted.vnic().subnet()),
                new Instance.Boot(wanted.boot().image(), wanted.boot().bootableBy()),
                groups(vnic, wanted, context),
                wanted.sshKey(),
                wanted.guards(),
                wanted.tailnet());
        return Found.ours(ocid, actual, outputs(ocid, vnic, publicIp), Ownership.token(there.getFreeformTags()));
    }

    private Gigabytes bootVolume(com.oracle.bmc.core.model.Instance there, Instance wanted) {
        return view.bootVolume(there)
                .filter(size -> size.count().longValue()
                        != InstanceLaunch.gibibytes(wanted.size().bootVolume()))
                .orElse(wanted.size().bootVolume());
    }

    private static Shape shape(String name, Instance wanted) {
        for (var shape : Shape.values()) {
            if (shape.oci().equals(name)) {
                return shape;
            }
        }
        throw new Unforeseen(wanted.id() + " has the shape " + name + ", which Freehold gave to none.");
    }

    /// Those of ours that are on the card, and by their OCIDs those that somebody else put there.
    private List<Ref<NetworkSecurityGroup>> groups(Vnic vnic, Instance wanted, Context context) {
        var on = new ArrayList<>(Objects.requireNonNullElse(vnic.getNsgIds(), List.<String>of()));
        var seen = new ArrayList<Ref<NetworkSecurityGroup>>();
        for (var group : wanted.securityGroups()) {
            if (tenancy.locations().ocid(group, context).filter(on::remove).isPresent()) {
                seen.add(group);
            }
        }
        on.forEach(ocid -> seen.add(new Ref<>(ResourceId.of(Phase.OCI, "network-security-group", ocid))));
        return seen;
    }

    private static Machine outputs(String ocid, Vnic vnic, PublicIp publicIp) {
        var address = publicIp == PublicIp.EPHEMERAL ? vnic.getPublicIp() : null;
        return new Machine(
                new Ocid(ocid), Ipv4.parse(vnic.getPrivateIp()), address == null ? null : Ipv4.parse(address));
    }

    private List<com.oracle.bmc.core.model.Instance> list(String compartment) {
        return tenancy.lists().instances(compartment);
    }

    private com.oracle.bmc.core.model.Instance get(String ocid) {
        return tenancy.clients()
                .compute()
                .getInstance(GetInstanceRequest.builder().instanceId(ocid).build())
                .getInstance();
    }

    @Override
    public void make(Instance wanted, Token token, Context context) throws InterruptedException {
        var subnet = tenancy.locations().requiredOcid(wanted.vnic().subnet(), context);
        var compartment = OciCalls.required(
                "the compartment of the subnet",
                tenancy.locations().ofSubnet(subnet).orElse(null));
        var listed = list(compartment);
        tagged.refuseClash(wanted, wanted.name(), listed);
        var ocid = launch.send(wanted, token, context, compartment, listed);
        var running = tagged.ready(wanted, context, () -> get(ocid));
        InstanceChange.refuseRounding(wanted, running);
        addresses.awaitFirst(wanted, context, () -> view.primaryVnic(running));
    }

    @Override
    public void change(Found<Instance> there, Instance wanted, Context context) throws InterruptedException {
        change.carryOut(there, wanted, context, () -> get(there.handle()));
    }

    /// Its boot volume goes with it. It stays listed as terminated for hours, and its limits come back some
    /// minutes later.
    @Override
    public void remove(Found<Instance> there, Instance gone, Context context) throws InterruptedException {
        OciCalls.find(
                "TerminateInstance",
                () -> tenancy.clients()
                        .compute()
                        .terminateInstance(TerminateInstanceRequest.builder()
                                .instanceId(there.handle())
                                .preserveBootVolume(false)
                                .build()));
        tagged.gone(gone, context, () -> get(there.handle()));
        awaitAddress(there.handle(), gone, context);
    }

    /// A network card lingers after its machine, for up to ten minutes, and holds the address that a successor
    /// is to have. What another machine holds is not this one's any more: to wait for that would be to wait for
    /// ever.
    private void awaitAddress(String ocid, Instance gone, Context context) throws InterruptedException {
        var subnet = tenancy.locations().ocid(gone.vnic().subnet(), context);
        if (subnet.isEmpty()) {
            return;
        }
        var patience = context.timeline().now().plus(LINGERING);
        var address = gone.vnic().address();
        tenancy.waiting().until(context, "the address " + address, () -> {
            var holder = holders.of(subnet.get(), address.toString());
            if (holder.filter(other -> other.keepsItFrom(ocid)).isPresent()) {
                context.progress()
                        .report(address + " is held by " + holder.get().words() + " by now");
                return Waiting.Sight.there(false);
            }
            return holder.isEmpty() || !context.timeline().now().isBefore(patience)
                    ? Waiting.Sight.there(holder.isEmpty())
                    : Waiting.Sight.yet("still held by the terminated machine's network card");
        });
    }

    @Override
    public Listing listing() {
        return new Listing.ByPart(compartment -> tagged.ours(list(compartment)));
    }
}
