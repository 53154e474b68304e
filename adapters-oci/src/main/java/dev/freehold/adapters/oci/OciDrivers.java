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
import dev.freehold.ports.skeleton.LookFirst;

/// The driver of each kind that OCI has.
final class OciDrivers implements Drivers {
    private final Tenancy tenancy;
    private final ObjectStorage storage;
    private final AvailabilityDomains domains;

    OciDrivers(Tenancy tenancy, ObjectStorage storage) {
        this.tenancy = tenancy;
        this.storage = storage;
        this.domains = new AvailabilityDomains(
                tenancy.clients(), () -> ServiceLimits.microDomains(ServiceLimits.of("compute", tenancy.clients())));
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
            case SetupResource.OciConfiguration _ -> new LookFirst<>(new ConfigurationDriver(tenancy));
            case SetupResource.Compartment _ -> new LookFirst<>(new CompartmentDriver(tenancy));
            case SetupResource.QuotaPolicy _ -> new LookFirst<>(new QuotaPolicyDriver(tenancy));
            case SetupResource.Budget _ -> new LookFirst<>(new BudgetDriver(tenancy));
            case SetupResource.BudgetAlertRule _ -> new LookFirst<>(new BudgetAlertRuleDriver(tenancy));
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
            case ImageResource.CustomImage _ -> new LookFirst<>(new CustomImageDriver(tenancy));
            case ImageResource.ImageShapeEntry _ -> new LookFirst<>(new ImageShapeEntryDriver(tenancy));
            case ImageResource.ImageCapabilitySchema _ -> new LookFirst<>(new CapabilitySchemaDriver(tenancy));
            case ImageResource.PrebuiltImage _ -> new LookFirst<>(new PrebuiltImageDriver(tenancy));
            case ImageResource.Bucket _ -> new LookFirst<>(new BucketDriver(storage, tenancy.ownership()));
            case ImageResource.ImageUpload _ -> new LookFirst<>(new ImageUploadDriver(storage, tenancy.ownership()));
            case ImageResource.BuildPipeline _, ImageResource.BaseImage _, ImageResource.ProxmoxImage _ ->
                throw none(resource);
        };
    }

    private ResourceDriver<?> oci(OciResource resource) {
        return switch (resource) {
            case OciResource.Vcn _ -> new LookFirst<>(new VcnDriver(tenancy));
            case OciResource.InternetGateway _ -> new LookFirst<>(new InternetGatewayDriver(tenancy));
            case OciResource.RouteTable _ -> new LookFirst<>(new RouteTableDriver(tenancy));
            case OciResource.SecurityList _ -> new LookFirst<>(new SecurityListDriver(tenancy));
            case OciResource.NetworkSecurityGroup _ -> new LookFirst<>(new NetworkSecurityGroupDriver(tenancy));
            case OciResource.Subnet _ -> new LookFirst<>(new SubnetDriver(tenancy));
            case OciResource.ReservedPublicIp _ -> new LookFirst<>(new ReservedPublicIpDriver(tenancy));
            case OciResource.PrivateIp _ -> new LookFirst<>(new PrivateIpDriver(tenancy));
            case OciResource.PublicIpAssignment _ -> new LookFirst<>(new PublicIpAssignmentDriver(tenancy));
            case OciResource.LoadBalancer _ -> new LookFirst<>(new LoadBalancerDriver(tenancy));
            case OciResource.Instance _ -> new LookFirst<>(new InstanceDriver(tenancy, domains));
            case OciResource.TailnetMembership _ -> throw none(resource);
        };
    }

    private static IllegalArgumentException none(Resource resource) {
        return new IllegalArgumentException(resource.id() + " has no driver on Oracle Cloud");
    }
}
