/// What Oracle grants a simulated tenancy.
@NullMarked
package dev.freehold.adapters.sim.tenancy;

import org.jspecify.annotations.NullMarked;
