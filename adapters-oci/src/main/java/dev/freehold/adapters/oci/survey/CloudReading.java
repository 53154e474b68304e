package dev.freehold.adapters.oci.survey;

import com.oracle.bmc.core.model.Instance;
import com.oracle.bmc.core.model.Subnet;
import com.oracle.bmc.core.model.Vcn;
import com.oracle.bmc.http.internal.BmcEnum;
import dev.freehold.adapters.oci.compute.InstanceView;
import dev.freehold.adapters.oci.ownership.Lifecycle;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.ParallelCalls;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.NodeSpec.Shape;
import dev.freehold.ports.probe.CloudFacts;
import dev.freehold.ports.time.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The network and the machines that bear the platform's tags, as Core lists them.
public final class CloudReading {
    /// Where Oracle marks what it counts as Always Free.
    private static final String MARK = "orcl-cloud";

    private static final String FREE = "free-tier-retained";

    private final Tenancy tenancy;
    private final InstanceView view;
    private final WeekOfUse week;
    private final Function<String, Optional<Ipv4>> tailnet;

    public CloudReading(Tenancy tenancy, Timeline timeline, Function<String, Optional<Ipv4>> tailnet) {
        this.tenancy = tenancy;
        this.view = new InstanceView(tenancy.clients());
        this.week = new WeekOfUse(tenancy.clients(), timeline);
        this.tailnet = tailnet;
    }

    public Optional<CloudFacts> facts() throws InterruptedException {
        var vcns = new ArrayList<Cidr>();
        var subnets = new ArrayList<Cidr>();
        var machines = new ArrayList<CloudFacts.Machine>();
        int addresses = 0;
        for (var compartment : new VisibleCompartments(tenancy).all()) {
            vcns(compartment).forEach(vcn -> vcns.add(block(vcn)));
            for (var subnet : subnets(compartment)) {
                subnets.add(Cidr.parse(OciCalls.required("the block of " + subnet.getId(), subnet.getCidrBlock())));
            }
            var instances = instances(compartment);
            if (!instances.isEmpty()) {
                var used = week.of(compartment, instances);
                var each = ParallelCalls.ask(instances.stream()
                        .map(one -> (Callable<CloudFacts.Machine>)
                                () -> machine(one, Optional.ofNullable(used.get(one.getId()))))
                        .toList());
                machines.addAll(each);
            }
            addresses += reserved(compartment);
        }
        return vcns.isEmpty() && machines.isEmpty()
                ? Optional.empty()
                : Optional.of(new CloudFacts(vcns, subnets, machines, addresses));
    }

    private boolean isOurs(@Nullable Map<String, String> tags, @Nullable BmcEnum state, String what) {
        return tenancy.ownership().isOurs(tags) && Lifecycle.of(what, state) != Lifecycle.GONE;
    }

    private List<Vcn> vcns(String compartment) {
        return tenancy.lists().vcns(compartment).stream()
                .filter(one -> isOurs(one.getFreeformTags(), one.getLifecycleState(), "The VCN " + one.getId()))
                .toList();
    }

    private static Cidr block(Vcn vcn) {
        var blocks = OciCalls.required("the CIDR blocks of the VCN " + vcn.getId(), vcn.getCidrBlocks());
        return Cidr.parse(OciCalls.required(
                "a CIDR block of the VCN " + vcn.getId(), blocks.isEmpty() ? null : blocks.getFirst()));
    }

    private List<Subnet> subnets(String compartment) {
        return tenancy.lists().subnets(compartment, null).stream()
                .filter(one -> isOurs(one.getFreeformTags(), one.getLifecycleState(), "The subnet " + one.getId()))
                .toList();
    }

    private List<Instance> instances(String compartment) {
        return tenancy.lists().instances(compartment).stream()
                .filter(one -> isOurs(one.getFreeformTags(), one.getLifecycleState(), "The instance " + one.getId()))
                .toList();
    }

    private int reserved(String compartment) {
        return (int) tenancy.lists().reservedPublicIps(compartment).stream()
                .filter(one -> isOurs(one.getFreeformTags(), one.getLifecycleState(), "The address " + one.getId()))
                .count();
    }

    private CloudFacts.Machine machine(Instance one, Optional<CloudFacts.Week> used) {
        var ocid = OciCalls.required("the OCID of an instance", one.getId());
        var name = OciCalls.required("the name of " + ocid, one.getDisplayName());
        var card = OciCalls.required(
                "the network card of " + name, view.primaryVnic(one).orElse(null));
        // Oracle calls the eighth of a micro one OCPU.
        boolean micro = Shape.E2_1_MICRO.oci().equals(one.getShape());
        return new CloudFacts.Machine(
                name,
                new CloudFacts.Machine.Size(
                        OciCalls.required("the shape of " + name, one.getShape()),
                        micro ? DefaultSpec.MICRO_OCPUS : InstanceView.ocpus(one),
                        micro ? DefaultSpec.MICRO_MEMORY : InstanceView.memory(one),
                        view.bootVolume(one).orElse(Gigabytes.ZERO)),
                Lifecycle.word("The instance " + ocid, one.getLifecycleState()),
                new CloudFacts.Machine.Addresses(
                        Ipv4.parse(OciCalls.required("the private address of " + name, card.getPrivateIp())),
                        Optional.ofNullable(card.getPublicIp()).map(Ipv4::parse),
                        tailnet.apply(name)),
                isMarkedFree(one),
                used);
    }

    private static boolean isMarkedFree(Instance one) {
        var marks = one.getSystemTags() == null ? null : one.getSystemTags().get(MARK);
        return marks != null && "true".equals(String.valueOf(marks.get(FREE)));
    }
}
