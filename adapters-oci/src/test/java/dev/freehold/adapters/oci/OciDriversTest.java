package dev.freehold.adapters.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.ownership.ResourceLocations;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.profile.ProfileLocation;
import dev.freehold.adapters.oci.storage.SdkObjectStorage;
import dev.freehold.adapters.oci.wire.OciClients;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.SystemName;
import dev.freehold.ports.driver.SampleNodes;
import dev.freehold.ports.skeleton.Listing;
import dev.freehold.ports.skeleton.PollingPace;
import dev.freehold.ports.skeleton.Waiting;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Nobody is asked anything here, so there need be no profile.
class OciDriversTest {
    private final OciClients clients = new OciClients(new ProfileLocation(Path.of("none"), "DEFAULT", null, null));
    private final OciDrivers drivers = new OciDrivers(
            new Tenancy(clients, new Ownership("main"), new Waiting(PollingPace.LAB), new ResourceLocations(clients)),
            new SdkObjectStorage(clients));

    @AfterEach
    void close() {
        clients.close();
    }

    private static List<Resource> ofEveryKind() {
        return SampleNodes.ofEveryKind(1).stream()
                .filter(Resource.class::isInstance)
                .map(Resource.class::cast)
                .toList();
    }

    private static boolean isOnOracle(Resource resource) {
        return resource.system() == SystemName.OCI;
    }

    @Test
    void every_kind_that_lives_on_oracle_cloud_is_served_and_no_other() {
        for (var resource : ofEveryKind()) {
            if (isOnOracle(resource)) {
                assertThat(drivers.of(resource)).isNotNull();
            } else {
                assertThatThrownBy(() -> drivers.of(resource))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(resource.id().text());
            }
        }
    }

    @Test
    void every_kind_that_is_served_is_listed_or_says_why_it_is_not() {
        // when
        var listings = drivers.listings();
        // then
        assertThat(listings)
                .hasSameSizeAs(ofEveryKind().stream()
                        .filter(OciDriversTest::isOnOracle)
                        .toList());
        assertThat(listings).filteredOn(Listing.Unlisted.class::isInstance).hasSize(5);
        assertThat(listings).allSatisfy(listing -> assertThat(listing).isNotEqualTo(new Listing.Unlisted("")));
    }
}
