package dev.freehold.lab.oracle.tenancy;

import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;

/// Where resources may be made. The tenancy is the root of all compartments.
public final class Compartments {
    public static final String KIND = "compartment";

    private Compartments() {}

    /// The compartment that a create's body names.
    ///
    /// @throws Refusal if it is not given, or nothing can be made there
    public static String of(Call call, Tx tx) {
        var id = call.required("compartmentId");
        checkUsable(tx, id);
        return id;
    }

    /// @throws Refusal 404 if it is not there, not there yet, or being deleted
    public static void checkUsable(Tx tx, String id) {
        var usable = tx.find(id)
                .filter(found -> isRoot(found) || (found.kind().equals(KIND) && found.isIn("ACTIVE")))
                .isPresent();
        if (!usable) {
            throw Refusal.notFound("compartment " + id);
        }
    }

    public static boolean isRoot(Resource resource) {
        return resource.kind().equals(Tenancy.KIND);
    }

    /// Whether `id` is `ancestor` or below it.
    public static boolean isWithin(Tx tx, String id, String ancestor) {
        var at = id;
        // Compartments nest at most six deep.
        for (var depth = 0; depth <= 7; depth++) {
            if (at.equals(ancestor)) {
                return true;
            }
            at = tx.find(KIND, at).map(Resource::compartmentId).orElse("");
        }
        return false;
    }
}
