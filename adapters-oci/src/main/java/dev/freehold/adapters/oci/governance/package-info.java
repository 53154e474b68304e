/// The drivers of what a tenancy is governed by: its configuration, compartment, quota policy, budget and alert.
@NullMarked
package dev.freehold.adapters.oci.governance;

import org.jspecify.annotations.NullMarked;
