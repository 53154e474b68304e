/// What speaks against planning on a target before anything of the plan is looked at: a tenancy that can't be
/// reached, a region in which nothing is free, an allowance that is no more, a spec with somebody else's
/// names in it.
@NullMarked
package dev.freehold.domain.preflight;

import org.jspecify.annotations.NullMarked;
