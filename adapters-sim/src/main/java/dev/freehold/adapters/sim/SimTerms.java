package dev.freehold.adapters.sim;

import dev.freehold.adapters.sim.tenancy.Tenancy;
import java.nio.file.Path;

/// What a simulated target is made of.
///
/// @param allowance whose service limits the tenancy has, by its id
/// @param paying whether money may be spent there: then what money buys has no limit to speak of
/// @param seed draws delays and identifiers; 0 leaves nothing to chance
/// @param folder the target's folder, as `<home>/sim`
public record SimTerms(String allowance, boolean paying, long seed, Path folder) {
    Tenancy tenancy() {
        return Tenancy.granted(allowance, paying);
    }
}
