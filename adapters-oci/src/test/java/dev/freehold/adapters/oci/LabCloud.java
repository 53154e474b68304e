package dev.freehold.adapters.oci;

import com.oracle.bmc.core.model.CreateVnicDetails;
import com.oracle.bmc.core.model.InstanceSourceViaImageDetails;
import com.oracle.bmc.core.model.LaunchInstanceDetails;
import com.oracle.bmc.core.model.LaunchInstanceShapeConfigDetails;
import com.oracle.bmc.core.requests.LaunchInstanceRequest;
import com.oracle.bmc.core.requests.ListImagesRequest;
import com.oracle.bmc.identity.requests.ListAvailabilityDomainsRequest;
import dev.freehold.adapters.oci.profile.ProfileLocation;
import dev.freehold.adapters.oci.wire.OciClients;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.OciOutputs.Machine;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.OnOracle;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.lab.Lab;
import dev.freehold.lab.LabSettings;
import dev.freehold.ports.driver.Calls;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.SampleNodes;
import dev.freehold.ports.driver.Trouble;
import dev.freehold.ports.skeleton.PollingPace;
import dev.freehold.ports.time.Timeline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/// A tenancy of the lab, and what of a platform was made in it.
public final class LabCloud implements AutoCloseable {
    /// An hour a second: a quota policy takes minutes to act.
    private static final double PACE = 3600;

    private final LabSettings settings;
    private final Timeline timeline = new RealTimeline();
    private final Map<ResourceId, Observed> standing = new ConcurrentHashMap<>();
    private Lab lab;
    private OciCloud cloud;

    private LabCloud(LabSettings settings) {
        this.settings = settings;
        this.lab = Lab.start(settings);
        this.cloud = otherCloud(SmallPlatform.NAME);
    }

    /// Starts the lab anew over the same world, for as long as the trouble lasts: its faults and its pace are
    /// those of a process.
    Trouble troubled(UnaryOperator<LabSettings> how) {
        restart(how.apply(settings));
        return () -> restart(settings);
    }

    private void restart(LabSettings as) {
        close();
        lab = Lab.start(as);
        cloud = otherCloud(SmallPlatform.NAME);
    }

    public static LabCloud in(Path folder) {
        return of(LabSettings.in(folder));
    }

    public static LabCloud of(LabSettings settings) {
        Profiles.writtenKey(settings.folder());
        return new LabCloud(settings.withPace(PACE));
    }

    /// The same tenancy as another platform sees it.
    public OciCloud otherCloud(String platform) {
        var endpoints = lab.endpoints();
        return new OciCloud(
                OciProfile.of(endpoints.ociConfigFile(), "DEFAULT").withEndpoint(endpoints.oci()),
                platform,
                PollingPace.LAB);
    }

    /// @param faults a file of the lab's
    public static LabCloud in(Path folder, Path faults) {
        Profiles.writtenKey(folder);
        return new LabCloud(LabSettings.in(folder).withPace(PACE).withWireFaults(faults));
    }

    /// What `made` came to have.
    public void remember(Resource made, Outputs itsOutputs) {
        standing.put(made.id(), new Observed(made, itsOutputs));
    }

    /// Oracle's own clients, of somebody who is not Freehold.
    public OciClients clients() {
        var endpoints = lab.endpoints();
        return new OciClients(new ProfileLocation(endpoints.ociConfigFile(), "DEFAULT", null, endpoints.oci()));
    }

    /// Looks until the fact holds: what takes minutes at Oracle's is over here in a moment.
    void await(String what, BooleanSupplier fact) {
        for (int looks = 0; looks < 500; looks++) {
            if (fact.getAsBoolean()) {
                return;
            }
            try {
                timeline.sleep(PollingPace.LAB.first());
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
        throw new AssertionError("waited in vain until " + what);
    }

    /// The tenancy's API without the SDK.
    ByHand byHand() {
        return ByHand.at(lab.endpoints());
    }

    public String ocid(Resource made) {
        return ocid(made.id());
    }

    String ocid(ResourceId made) {
        return ((OnOracle) standing.get(made).outputs()).ocid().text();
    }

    /// Launches a machine as somebody would by hand: what stands on one is tested here, and not how it is made.
    void launch(OciResource.Instance machine) throws InterruptedException {
        try (var oracle = clients()) {
            var root = oracle.access().tenancy();
            var image = oracle.compute()
                    .listImages(ListImagesRequest.builder()
                            .compartmentId(root)
                            .shape(machine.size().shape().oci())
                            .build())
                    .getItems()
                    .getFirst();
            var domain = oracle.identity()
                    .listAvailabilityDomains(ListAvailabilityDomainsRequest.builder()
                            .compartmentId(root)
                            .build())
                    .getItems()
                    .getFirst();
            var launched = oracle.compute()
                    .launchInstance(LaunchInstanceRequest.builder()
                            .launchInstanceDetails(LaunchInstanceDetails.builder()
                                    .availabilityDomain(domain.getName())
                                    .compartmentId(ocid(SmallPlatform.COMPARTMENT))
                                    .displayName(machine.name())
                                    .shape(machine.size().shape().oci())
                                    .shapeConfig(LaunchInstanceShapeConfigDetails.builder()
                                            .ocpus(machine.size()
                                                    .ocpus()
                                                    .count()
                                                    .floatValue())
                                            .memoryInGBs(machine.size()
                                                    .memory()
                                                    .count()
                                                    .floatValue())
                                            .build())
                                    .sourceDetails(InstanceSourceViaImageDetails.builder()
                                            .imageId(image.getId())
                                            .build())
                                    .createVnicDetails(CreateVnicDetails.builder()
                                            .subnetId(ocid(SmallPlatform.SUBNET))
                                            .assignPublicIp(false)
                                            .privateIp(machine.vnic().address().toString())
                                            .build())
                                    .build())
                            .build())
                    .getInstance();
            remember(
                    machine,
                    new Machine(new Ocid(launched.getId()), machine.vnic().address(), null));
        }
    }

    public OciCloud cloud() {
        return cloud;
    }

    public Timeline timeline() {
        return timeline;
    }

    public Context context() {
        return new Context(
                Calls.known(standing),
                timeline,
                Context.Progress.SILENT,
                timeline.now().plus(Duration.ofSeconds(60)),
                true);
    }

    /// What somebody else's driver would have given.
    public void give(ResourceId id, Outputs given) {
        standing.put(id, new Observed(SampleNodes.under(id), given));
    }

    public void make(Resource resource, Token token) throws InterruptedException {
        remember(resource, Calls.created(cloud.drivers().of(resource).create(resource, token, context())));
    }

    /// Makes all that `wanted` stands on, of `platform`.
    public void makeBases(Resource wanted, List<Resource> platform) throws InterruptedException {
        for (var id : wanted.dependsOn()) {
            for (var base : platform) {
                if (base.id().equals(id) && !standing.containsKey(id)) {
                    makeBases(base, platform);
                    make(base, new Token("base-" + standing.size()));
                }
            }
        }
    }

    @Override
    public void close() {
        cloud.close();
        lab.close();
    }
}
