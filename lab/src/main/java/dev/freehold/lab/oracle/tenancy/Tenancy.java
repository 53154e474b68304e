package dev.freehold.lab.oracle.tenancy;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.World;
import java.util.List;

/// The tenancy whose cloud is emulated.
///
/// @param id its OCID, which is also its root compartment's
/// @param userId OCID of the one user, an administrator
/// @param allowance what it may hold, such as `always-free-2021`
public record Tenancy(String id, String userId, Region region, String allowance) {
    public static final String KIND = "tenancy";
    private static final String DOMAIN_PREFIX = "LaBo";

    /// That of the world, founded if the world is new.
    ///
    /// @throws IllegalStateException if the world is of another kind of tenancy or in another region
    public static Tenancy in(World world, String allowance, String region) {
        var tenancy =
                world.change(tx -> tx.stream(KIND).findFirst().map(Tenancy::of).orElseGet(() -> {
                    var id = world.ocids().global("tenancy", tx.nextSequence());
                    var user = world.ocids().global("user", tx.nextSequence());
                    var founded = tx.create(
                            id,
                            KIND,
                            "",
                            "",
                            Json.object()
                                    .put("name", "lab")
                                    .put("description", "The tenancy of the lab")
                                    .put("homeRegionKey", Region.named(region).key())
                                    .put("_user", user)
                                    .put("_allowance", allowance)
                                    .put("_region", region));
                    tx.create(
                            user,
                            "user",
                            id,
                            "ACTIVE",
                            Json.object()
                                    .put("name", "lab@example.org")
                                    .put("description", "The user of the lab")
                                    .put("email", "lab@example.org")
                                    .put("emailVerified", true)
                                    .put("isMfaActivated", false));
                    return of(founded);
                }));
        if (!tenancy.allowance().equals(allowance) || !tenancy.region().name().equals(region)) {
            throw new IllegalStateException("The lab's world is a tenancy of " + tenancy.allowance() + " in "
                    + tenancy.region().name() + ", and " + allowance + " in " + region
                    + " was asked for. Ask for what is there, or run `lab reset` to forget it.");
        }
        return tenancy;
    }

    private static Tenancy of(Resource resource) {
        return new Tenancy(
                resource.id(),
                resource.text("_user"),
                Region.named(resource.text("_region")),
                resource.text("_allowance"));
    }

    /// Names of the availability domains of its region, as the API names them.
    public List<String> availabilityDomains() {
        return region.availabilityDomains(DOMAIN_PREFIX);
    }

    public boolean isPaying() {
        return allowance.startsWith("payg");
    }
}
