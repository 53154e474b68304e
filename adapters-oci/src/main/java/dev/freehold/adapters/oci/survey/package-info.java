/// What is looked at without changing anything: before a plan, by validation, and for what stands that no state
/// knows.
@NullMarked
package dev.freehold.adapters.oci.survey;

import org.jspecify.annotations.NullMarked;
