package dev.freehold.adapters.oci.governance;

import com.oracle.bmc.identity.requests.ListRegionSubscriptionsRequest;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.profile.OciAccess;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.FilePath;
import dev.freehold.domain.output.Outputs.LocalFile;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import java.nio.file.Files;
import java.util.Optional;

/// [SetupResource.OciConfiguration]: a file that somebody else wrote. To make it is to prove by one signed call
/// that it works; to remove it is to leave it alone.
public final class ConfigurationDriver implements KindDriver<SetupResource.OciConfiguration> {
    private final Tenancy tenancy;

    public ConfigurationDriver(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    @Override
    public Optional<Found<SetupResource.OciConfiguration>> find(
            SetupResource.OciConfiguration wanted, Context context) {
        var file = tenancy.clients().profile().file();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var access = tenancy.clients().access();
        prove(access, wanted);
        var actual = new SetupResource.OciConfiguration(wanted.name(), access.region());
        return Optional.of(Found.adopted(
                file.toString(),
                actual,
                new LocalFile(new FilePath(file.toAbsolutePath().toString()))));
    }

    /// The regions of a tenancy are what every user may list, and the region in question must be among them.
    private void prove(OciAccess access, SetupResource.OciConfiguration wanted) {
        if (!access.region().equals(wanted.region())) {
            throw new Declined(
                    Declined.Reason.FORBIDDEN,
                    "InvalidParameter",
                    "The region of " + access + " is " + access.region() + ", and the spec's is " + wanted.region()
                            + ". Make them the same; Freehold does not write that file.");
        }
        var regions = OciCalls.ask(
                "ListRegionSubscriptions",
                () -> tenancy.clients()
                        .identity()
                        .listRegionSubscriptions(ListRegionSubscriptionsRequest.builder()
                                .tenancyId(access.tenancy())
                                .build())
                        .getItems());
        boolean subscribed = OciCalls.required("the tenancy's regions", regions).stream()
                .anyMatch(region -> access.region().equals(region.getRegionName()));
        if (!subscribed) {
            throw new Declined(
                    Declined.Reason.FORBIDDEN,
                    "NotAllowed",
                    "The tenancy is not subscribed to the region " + access.region() + ", which " + access
                            + " names and " + wanted.id() + " needs. Set the tenancy's own region.");
        }
    }

    @Override
    public void make(SetupResource.OciConfiguration wanted, Token token, Context context) {
        tenancy.clients().access();
    }

    @Override
    public void change(
            Found<SetupResource.OciConfiguration> there, SetupResource.OciConfiguration wanted, Context context) {
        throw new IllegalStateException("An OCI configuration is nobody's to change. This is a bug in Freehold.");
    }

    @Override
    public void remove(
            Found<SetupResource.OciConfiguration> there, SetupResource.OciConfiguration gone, Context context) {
        // It was there before Freehold.
    }

    @Override
    public Listing listing() {
        return new Listing.Unlisted("it is a file on this computer, and nothing in a tenancy");
    }
}
