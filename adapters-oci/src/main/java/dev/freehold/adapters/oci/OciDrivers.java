package dev.freehold.adapters.oci;

import dev.freehold.adapters.oci.compute.AvailabilityDomains;
import dev.freehold.adapters.oci.compute.InstanceDriver;
import dev.freehold.adapters.oci.governance.BudgetAlertRuleDriver;
import dev.freehold.adapters.oci.governance.BudgetDriver;
import dev.freehold.adapters.oci.governance.CompartmentDriver;
import dev.freehold.adapters.oci.governance.ConfigurationDriver;
import dev.freehold.adapters.oci.governance.QuotaPolicyDriver;
import dev.freehold.adapters.oci.image.CapabilitySchemaDriver;
import dev.freehold.adapters.oci.image.CustomImageDriver;
import dev.freehold.adapters.oci.image.ImageShapeEntryDriver;
import dev.freehold.adapters.oci.image.PrebuiltImageDriver;
import dev.freehold.adapters.oci.loadbalancer.LoadBalancerDriver;
import dev.freehold.adapters.oci.network.InternetGatewayDriver;
import dev.freehold.adapters.oci.network.NetworkSecurityGroupDriver;
import dev.freehold.adapters.oci.network.PrivateIpDriver;
import dev.freehold.adapters.oci.network.PublicIpAssignmentDriver;
import dev.freehold.adapters.oci.network.ReservedPublicIpDriver;
import dev.freehold.adapters.oci.network.RouteTableDriver;
import dev.freehold.adapters.oci.network.SecurityListDriver;
import dev.freehold.adapters.oci.network.SubnetDriver;
import dev.freehold.adapters.oci.network.VcnDriver;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.storage.BucketDriver;
import dev.freehold.adapters.oci.storage.ImageUploadDriver;
import dev.freehold.adapters.oci.storage.ObjectStorage;
import dev.freehold.adapters.oci.survey.ServiceLimits;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.resource.TalosResource;
import dev.freehold.ports.driver.Drivers;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.skeleton.Listing;
import dev.freehold.ports.skeleton.ServedKinds;
import dev.freehold.ports.skeleton.ServedKinds.Served;
import java.util.List;

/// Which kinds live on Oracle Cloud, and the driver of each.
final class OciDrivers implements Drivers {
    private final ServedKinds served = new ServedKinds();

    private final Served<SetupResource.OciConfiguration> configurations;
    private final Served<SetupResource.Compartment> compartments;
    private final Served<SetupResource.QuotaPolicy> quotaPolicies;
    private final Served<SetupResource.Budget> budgets;
    private final Served<SetupResource.BudgetAlertRule> budgetAlertRules;

    private final Served<ImageResource.Bucket> buckets;
    private final Served<ImageResource.ImageUpload> imageUploads;
    private final Served<ImageResource.CustomImage> customImages;
    private final Served<ImageResource.ImageShapeEntry> imageShapeEntries;
    private final Served<ImageResource.ImageCapabilitySchema> imageCapabilitySchemas;
    private final Served<ImageResource.PrebuiltImage> prebuiltImages;

    private final Served<OciResource.Vcn> vcns;
    private final Served<OciResource.InternetGateway> internetGateways;
    private final Served<OciResource.RouteTable> routeTables;
    private final Served<OciResource.SecurityList> securityLists;
    private final Served<OciResource.NetworkSecurityGroup> networkSecurityGroups;
    private final Served<OciResource.Subnet> subnets;
    private final Served<OciResource.ReservedPublicIp> reservedPublicIps;
    private final Served<OciResource.PrivateIp> privateIps;
    private final Served<OciResource.PublicIpAssignment> publicIpAssignments;
    private final Served<OciResource.LoadBalancer> loadBalancers;
    private final Served<OciResource.Instance> instances;

    OciDrivers(Tenancy tenancy, ObjectStorage storage) {
        var domains = new AvailabilityDomains(
                tenancy.clients(), () -> ServiceLimits.microDomains(ServiceLimits.of("compute", tenancy.clients())));
        this.configurations = served.serve(() -> new ConfigurationDriver(tenancy));
        this.compartments = served.serve(() -> new CompartmentDriver(tenancy));
        this.quotaPolicies = served.serve(() -> new QuotaPolicyDriver(tenancy));
        this.budgets = served.serve(() -> new BudgetDriver(tenancy));
        this.budgetAlertRules = served.serve(() -> new BudgetAlertRuleDriver(tenancy));

        this.buckets = served.serve(() -> new BucketDriver(storage, tenancy.ownership()));
        this.imageUploads = served.serve(() -> new ImageUploadDriver(storage, tenancy.ownership()));
        this.customImages = served.serve(() -> new CustomImageDriver(tenancy));
        this.imageShapeEntries = served.serve(() -> new ImageShapeEntryDriver(tenancy));
        this.imageCapabilitySchemas = served.serve(() -> new CapabilitySchemaDriver(tenancy));
        this.prebuiltImages = served.serve(() -> new PrebuiltImageDriver(tenancy));

        this.vcns = served.serve(() -> new VcnDriver(tenancy));
        this.internetGateways = served.serve(() -> new InternetGatewayDriver(tenancy));
        this.routeTables = served.serve(() -> new RouteTableDriver(tenancy));
        this.securityLists = served.serve(() -> new SecurityListDriver(tenancy));
        this.networkSecurityGroups = served.serve(() -> new NetworkSecurityGroupDriver(tenancy));
        this.subnets = served.serve(() -> new SubnetDriver(tenancy));
        this.reservedPublicIps = served.serve(() -> new ReservedPublicIpDriver(tenancy));
        this.privateIps = served.serve(() -> new PrivateIpDriver(tenancy));
        this.publicIpAssignments = served.serve(() -> new PublicIpAssignmentDriver(tenancy));
        this.loadBalancers = served.serve(() -> new LoadBalancerDriver(tenancy));
        this.instances = served.serve(() -> new InstanceDriver(tenancy, domains));
    }

    /// How what is ours is listed, of every kind.
    List<Listing> listings() {
        return served.listings();
    }

    @Override
    @SuppressWarnings("unchecked") // each case gives the driver of the kind that it matched
    public <R extends Resource> ResourceDriver<R> of(R resource) {
        return (ResourceDriver<R>) driver(resource);
    }

    private ResourceDriver<?> driver(Resource resource) {
        return switch (resource) {
            case SetupResource setup -> setup(setup);
            case ImageResource image -> image(image);
            case OciResource oci -> oci(oci);
            case ProxmoxResource _, TalosResource _ -> throw none(resource);
        };
    }

    private ResourceDriver<?> setup(SetupResource resource) {
        return switch (resource) {
            case SetupResource.OciConfiguration it -> configurations.driver(it);
            case SetupResource.Compartment it -> compartments.driver(it);
            case SetupResource.QuotaPolicy it -> quotaPolicies.driver(it);
            case SetupResource.Budget it -> budgets.driver(it);
            case SetupResource.BudgetAlertRule it -> budgetAlertRules.driver(it);
            case SetupResource.SshKeyPair _,
                    SetupResource.SettingsFile _,
                    SetupResource.TailnetCredential _,
                    SetupResource.AgeIdentity _,
                    SetupResource.FluxRepository _,
                    SetupResource.CiliumManifest _,
                    SetupResource.SopsConfiguration _,
                    SetupResource.EncryptedSecret _ -> throw none(resource);
        };
    }

    private ResourceDriver<?> image(ImageResource resource) {
        return switch (resource) {
            case ImageResource.Bucket it -> buckets.driver(it);
            case ImageResource.ImageUpload it -> imageUploads.driver(it);
            case ImageResource.CustomImage it -> customImages.driver(it);
            case ImageResource.ImageShapeEntry it -> imageShapeEntries.driver(it);
            case ImageResource.ImageCapabilitySchema it -> imageCapabilitySchemas.driver(it);
            case ImageResource.PrebuiltImage it -> prebuiltImages.driver(it);
            case ImageResource.BuildPipeline _, ImageResource.BaseImage _, ImageResource.ProxmoxImage _ ->
                throw none(resource);
        };
    }

    private ResourceDriver<?> oci(OciResource resource) {
        return switch (resource) {
            case OciResource.Vcn it -> vcns.driver(it);
            case OciResource.InternetGateway it -> internetGateways.driver(it);
            case OciResource.RouteTable it -> routeTables.driver(it);
            case OciResource.SecurityList it -> securityLists.driver(it);
            case OciResource.NetworkSecurityGroup it -> networkSecurityGroups.driver(it);
            case OciResource.Subnet it -> subnets.driver(it);
            case OciResource.ReservedPublicIp it -> reservedPublicIps.driver(it);
            case OciResource.PrivateIp it -> privateIps.driver(it);
            case OciResource.PublicIpAssignment it -> publicIpAssignments.driver(it);
            case OciResource.LoadBalancer it -> loadBalancers.driver(it);
            case OciResource.Instance it -> instances.driver(it);
            case OciResource.TailnetMembership _ -> throw none(resource);
        };
    }

    private static IllegalArgumentException none(Resource resource) {
        return new IllegalArgumentException(resource.id() + " has no driver on Oracle Cloud");
    }
}
