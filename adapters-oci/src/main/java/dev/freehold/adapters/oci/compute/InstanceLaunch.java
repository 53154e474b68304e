package dev.freehold.adapters.oci.compute;

import com.oracle.bmc.core.model.CreateVnicDetails;
import com.oracle.bmc.core.model.Instance;
import com.oracle.bmc.core.model.InstanceOptions;
import com.oracle.bmc.core.model.InstanceSourceViaImageDetails;
import com.oracle.bmc.core.model.LaunchInstanceDetails;
import com.oracle.bmc.core.model.LaunchInstanceShapeConfigDetails;
import com.oracle.bmc.core.requests.LaunchInstanceRequest;
import dev.freehold.adapters.oci.network.AddressHolders;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.SetupOutputs.SshKey;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.domain.spec.NodeSpec.Shape;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.SystemFault;
import dev.freehold.ports.skeleton.Declined;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One call of LaunchInstance, and what its refusals mean to a hunt.
final class InstanceLaunch {
    private final Tenancy tenancy;
    private final CapacityHunt hunting;
    private final AddressHolders holders;

    InstanceLaunch(Tenancy tenancy, CapacityHunt hunting) {
        this.tenancy = tenancy;
        this.hunting = hunting;
        this.holders = new AddressHolders(tenancy);
    }

    /// @param listed what the compartment held before, terminated instances too
    /// @return the new instance's OCID
    String send(OciResource.Instance wanted, Token token, Context context, String compartment, List<Instance> listed) {
        var domains = hunting.domains(wanted, token);
        context.progress().report("asking for room in " + domains.domain());
        var details = details(wanted, token, context, compartment, domains);
        try {
            var made = OciCalls.ask(
                    "LaunchInstance",
                    () -> tenancy.clients()
                            .compute()
                            .launchInstance(LaunchInstanceRequest.builder()
                                    .launchInstanceDetails(details)
                                    .opcRetryToken(token.text())
                                    .build())
                            .getInstance());
            return OciCalls.required(
                    "the OCID of a new instance",
                    OciCalls.required("the instance that it launched", made).getId());
        } catch (Declined declined) {
            throw explained(declined, wanted, domains, listed);
        } catch (Busy busy) {
            throw held(busy, wanted, context);
        }
    }

    /// Oracle says `Conflict` of an address that is taken, which it says of what passes as well. What another
    /// machine has does not pass.
    private RuntimeException held(Busy busy, OciResource.Instance wanted, Context context) {
        var words = busy.getMessage();
        if (words == null || !words.contains("Conflict")) {
            return busy;
        }
        try {
            return tenancy.locations()
                    .ocid(wanted.vnic().subnet(), context)
                    .flatMap(
                            subnet -> holders.of(subnet, wanted.vnic().address().toString()))
                    .filter(holder -> !holder.isLeaving())
                    .<RuntimeException>map(holder -> new Declined(
                            Declined.Reason.NAME_TAKEN,
                            "Conflict",
                            wanted.vnic().address() + ", which " + wanted.id() + " is to have, is held by "
                                    + holder.words() + ". Remove that, or choose another address in freehold.yaml."))
                    .orElse(busy);
        } catch (Declined | SystemFault blind) {
            return busy; // nobody can say who has it
        }
    }

    private static Declined explained(
            Declined declined, OciResource.Instance wanted, CapacityHunt.LaunchDomains domains, List<Instance> listed) {
        if (declined.reason() == Declined.Reason.FULL) {
            return new Declined(Declined.Reason.FULL, declined.code(), domains.domain() + ": " + declined.getMessage());
        }
        // Oracle gives the limits of a terminated machine back after minutes, sometimes an hour.
        boolean isStale = declined.code().equals("LimitExceeded")
                && listed.stream().anyMatch(one -> isGoneOf(wanted.size().shape(), one));
        return isStale
                ? new Declined(
                        Declined.Reason.FULL,
                        declined.code(),
                        declined.getMessage() + " A machine of this shape was terminated lately, which Oracle may still"
                                + " count for up to an hour: it is asked again, slowly.")
                : declined;
    }

    private static boolean isGoneOf(Shape shape, Instance one) {
        return shape.oci().equals(one.getShape())
                && (Instance.LifecycleState.Terminated.equals(one.getLifecycleState())
                        || Instance.LifecycleState.Terminating.equals(one.getLifecycleState()));
    }

    private LaunchInstanceDetails details(
            OciResource.Instance wanted,
            Token token,
            Context context,
            String compartment,
            CapacityHunt.LaunchDomains domains) {
        var launch = LaunchInstanceDetails.builder()
                .compartmentId(compartment)
                .availabilityDomain(domains.domain())
                .displayName(wanted.name())
                .shape(wanted.size().shape().oci())
                .sourceDetails(InstanceSourceViaImageDetails.builder()
                        .imageId(tenancy.locations().requiredOcid(wanted.boot().image(), context))
                        .bootVolumeSizeInGBs(gibibytes(wanted.size().bootVolume()))
                        .build())
                .createVnicDetails(card(wanted, context))
                // in one order: a retry token is good for the same bytes alone, whichever process sends them
                .metadata(new TreeMap<>(Map.of(
                        "ssh_authorized_keys", publicKey(wanted, context), "user_data", FirstBoot.userData(wanted))))
                .instanceOptions(InstanceOptions.builder()
                        .areLegacyImdsEndpointsDisabled(true)
                        .build())
                .freeformTags(tenancy.ownership().tags(wanted, token));
        domains.faultDomain().ifPresent(launch::faultDomain);
        if (wanted.size().shape() == Shape.A1_FLEX) {
            launch.shapeConfig(LaunchInstanceShapeConfigDetails.builder()
                    .ocpus(wanted.size().ocpus().count().floatValue())
                    .memoryInGBs(wanted.size().memory().count().floatValue())
                    .build());
        }
        return launch.build();
    }

    /// OCI makes volumes of whole gigabytes.
    static long gibibytes(Gigabytes size) {
        return size.count().setScale(0, RoundingMode.CEILING).longValueExact();
    }

    private CreateVnicDetails card(OciResource.Instance wanted, Context context) {
        return CreateVnicDetails.builder()
                .subnetId(tenancy.locations().requiredOcid(wanted.vnic().subnet(), context))
                .privateIp(wanted.vnic().address().toString())
                .assignPublicIp(wanted.vnic().publicIp() == PublicIp.EPHEMERAL)
                .displayName(wanted.name())
                .hostnameLabel(wanted.name().replace('.', '-'))
                .nsgIds(wanted.securityGroups().stream()
                        .map(group -> tenancy.locations().requiredOcid(group, context))
                        .toList())
                .skipSourceDestCheck(routes(wanted))
                .build();
    }

    /// Hosts carry traffic that is not their own: of the VMs on their overlay. They are what has a data
    /// partition.
    private static boolean routes(OciResource.Instance wanted) {
        return wanted.size().dataPartition().compareTo(Gigabytes.ZERO) > 0;
    }

    private static String publicKey(OciResource.Instance wanted, Context context) {
        return context.outputsOf(wanted.sshKey())
                .map(SshKey::publicKey)
                .orElseThrow(() -> new Declined(
                        Declined.Reason.ABSENT,
                        "NotAuthorizedOrNotFound",
                        wanted.sshKey().id() + " has no public key yet, by Freehold's own state. Deploy setup first."));
    }
}
