/// What the tenancy may hold: Oracle's service limits by the kind of tenancy, what of them is used, and the seam
/// for the tenancy's own quota policies.
@NullMarked
package dev.freehold.lab.oracle.limit;

import org.jspecify.annotations.NullMarked;
