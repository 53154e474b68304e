/// Calls to Oracle Cloud: the SDK's clients over our own HTTP, lists with all their pages, and what became of a
/// call in our words.
@NullMarked
package dev.freehold.adapters.oci.wire;

import org.jspecify.annotations.NullMarked;
