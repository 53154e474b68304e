package dev.freehold.adapters.oci.compute;

import com.oracle.bmc.core.model.Instance;
import com.oracle.bmc.core.model.UpdateInstanceDetails;
import com.oracle.bmc.core.model.UpdateInstanceShapeConfigDetails;
import com.oracle.bmc.core.model.UpdateVnicDetails;
import com.oracle.bmc.core.model.Vnic;
import com.oracle.bmc.core.requests.InstanceActionRequest;
import com.oracle.bmc.core.requests.UpdateInstanceRequest;
import com.oracle.bmc.core.requests.UpdateVnicRequest;
import dev.freehold.adapters.oci.ownership.TaggedResources;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.spec.NodeSpec.Shape;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.Waiting;
import java.time.Duration;
import java.util.function.Supplier;

/// What can change on a living machine: its size, by a reboot; its public address; the groups of its network card.
final class InstanceChange {
    /// A reboot for a new size begins within seconds of the answer; what is as before after this long stays so.
    private static final Duration RESIZE_BEGINS = Duration.ofMinutes(2);

    private final Tenancy tenancy;
    private final TaggedResources<Instance> tagged;
    private final InstanceView view;
    private final EphemeralAddresses addresses;

    InstanceChange(Tenancy tenancy, TaggedResources<Instance> tagged, InstanceView view, EphemeralAddresses addresses) {
        this.tenancy = tenancy;
        this.tagged = tagged;
        this.view = view;
        this.addresses = addresses;
    }

    static boolean isStopped(Instance there) {
        return Instance.LifecycleState.Stopped.equals(there.getLifecycleState());
    }

    void carryOut(
            Found<OciResource.Instance> there, OciResource.Instance wanted, Context context, Supplier<Instance> get)
            throws InterruptedException {
        var now = tagged.ready(wanted, context, get);
        if (!hasSize(now, wanted)) {
            now = resize(now, wanted, context, get);
        }
        if (isStopped(now)) {
            start(now, wanted, context, get);
        }
        refuseRounding(wanted, now);
        var vnic = OciCalls.required(
                "the network card of " + there.handle(), view.primaryVnic(now).orElse(null));
        addresses.change(vnic, wanted, now.getCompartmentId(), context);
        if (!there.actual().securityGroups().equals(wanted.securityGroups())) {
            regroup(vnic, wanted, context);
        }
        var still = now;
        addresses.awaitFirst(wanted, context, () -> view.primaryVnic(still));
    }

    private static boolean hasSize(Instance now, OciResource.Instance wanted) {
        return wanted.size().shape() != Shape.A1_FLEX
                || (InstanceView.ocpus(now).equals(wanted.size().ocpus())
                        && InstanceView.memory(now).equals(wanted.size().memory()));
    }

    private Instance resize(Instance before, OciResource.Instance wanted, Context context, Supplier<Instance> get)
            throws InterruptedException {
        OciCalls.ask(
                "UpdateInstance",
                () -> tenancy.clients()
                        .compute()
                        .updateInstance(UpdateInstanceRequest.builder()
                                .instanceId(before.getId())
                                .updateInstanceDetails(UpdateInstanceDetails.builder()
                                        .shapeConfig(UpdateInstanceShapeConfigDetails.builder()
                                                .ocpus(wanted.size()
                                                        .ocpus()
                                                        .count()
                                                        .floatValue())
                                                .memoryInGBs(wanted.size()
                                                        .memory()
                                                        .count()
                                                        .floatValue())
                                                .build())
                                        .build())
                                .build()));
        var patience = context.timeline().now().plus(RESIZE_BEGINS);
        return tenancy.waiting().until(context, "the new size of " + wanted.name(), () -> {
            var now = tagged.ready(wanted, context, get);
            boolean changed = !InstanceView.ocpus(now).equals(InstanceView.ocpus(before))
                    || !InstanceView.memory(now).equals(InstanceView.memory(before));
            return changed || !context.timeline().now().isBefore(patience)
                    ? Waiting.Sight.there(now)
                    : Waiting.Sight.yet("as before");
        });
    }

    private void start(Instance stopped, OciResource.Instance wanted, Context context, Supplier<Instance> get)
            throws InterruptedException {
        OciCalls.ask(
                "InstanceAction START",
                () -> tenancy.clients()
                        .compute()
                        .instanceAction(InstanceActionRequest.builder()
                                .instanceId(stopped.getId())
                                .action("START")
                                .build()));
        tenancy.waiting().until(context, "the start of " + wanted.name(), () -> {
            var now = tagged.ready(wanted, context, get);
            return isStopped(now) ? Waiting.Sight.yet("STOPPED") : Waiting.Sight.there(now);
        });
    }

    private void regroup(Vnic vnic, OciResource.Instance wanted, Context context) {
        OciCalls.ask(
                "UpdateVnic",
                () -> tenancy.clients()
                        .network()
                        .updateVnic(UpdateVnicRequest.builder()
                                .vnicId(vnic.getId())
                                .updateVnicDetails(UpdateVnicDetails.builder()
                                        .nsgIds(wanted.securityGroups().stream()
                                                .map(group ->
                                                        tenancy.locations().requiredOcid(group, context))
                                                .toList())
                                        .build())
                                .build()));
    }

    /// In a free tenancy Oracle silently sets an A1 machine's memory to the share of its OCPUs.
    ///
    /// @throws Declined if the machine has another size than was asked for
    static void refuseRounding(OciResource.Instance wanted, Instance made) {
        if (hasSize(made, wanted)) {
            return;
        }
        throw new Declined(
                Declined.Reason.FORBIDDEN,
                "InvalidParameter",
                "Oracle gave " + wanted.name() + " " + InstanceView.ocpus(made) + " and " + InstanceView.memory(made)
                        + " where " + wanted.size().ocpus() + " and "
                        + wanted.size().memory() + " were asked for. It runs so: write"
                        + " ocpus: " + InstanceView.ocpus(made).count().toPlainString() + " and memory-gb: "
                        + InstanceView.memory(made).count().toPlainString() + " for it, or remove it.");
    }
}
