/// What a composition root takes of this computer: homes and what they keep for a target (state, secrets, keys,
/// answers), the drivers of what setup makes here, documents that people write, the tailnet, and real time.
/// Everything else of this module is its own affair.
@NullMarked
package dev.freehold.adapters.local;

import org.jspecify.annotations.NullMarked;
