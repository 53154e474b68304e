/// The drivers of what a network is made of: the VCN and its parts, and addresses.
@NullMarked
package dev.freehold.adapters.oci.network;

import org.jspecify.annotations.NullMarked;
