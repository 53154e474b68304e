package dev.freehold.app.shell.wiring;

import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.resource.TalosResource;
import dev.freehold.ports.driver.Drivers;
import dev.freehold.ports.driver.ResourceDriver;

/// The drivers of a real target: each kind is made real by the adapter of the system that it lives in.
///
/// @param computer what lies on this computer
/// @param builder what builds images
/// @param cloud what lives on Oracle Cloud
/// @param tailnet what Tailscale keeps
record DriversByKind(Drivers computer, Drivers builder, Drivers cloud, Drivers tailnet) implements Drivers {

    @Override
    public <R extends Resource> ResourceDriver<R> of(R resource) {
        return adapter(resource).of(resource);
    }

    private Drivers adapter(Resource resource) {
        return switch (resource) {
            case SetupResource setup -> setup(setup);
            case ImageResource.ImageBuild _, ImageResource.BuildPipeline _ -> builder;
            case ImageResource.Bucket _,
                    ImageResource.ImageUpload _,
                    ImageResource.CustomImage _,
                    ImageResource.ImageShapeEntry _,
                    ImageResource.ImageCapabilitySchema _,
                    ImageResource.PrebuiltImage _ -> cloud;
            case OciResource.TailnetMembership _ -> tailnet;
            case OciResource _ -> cloud;
            case ProxmoxResource _, TalosResource _ -> throw none(resource);
        };
    }

    private Drivers setup(SetupResource setup) {
        return switch (setup) {
            case SetupResource.OciConfiguration _,
                    SetupResource.Compartment _,
                    SetupResource.QuotaPolicy _,
                    SetupResource.Budget _,
                    SetupResource.BudgetAlertRule _ -> cloud;
            case SetupResource.TailnetCredential _ -> tailnet;
            case SetupResource.SshKeyPair _,
                    SetupResource.SettingsFile _,
                    SetupResource.AgeIdentity _,
                    SetupResource.FluxRepository _,
                    SetupResource.CiliumManifest _,
                    SetupResource.SopsConfiguration _,
                    SetupResource.EncryptedSecret _ -> computer;
        };
    }

    private static IllegalArgumentException none(Resource resource) {
        return new IllegalArgumentException(resource.id() + " has no driver on this target");
    }
}
