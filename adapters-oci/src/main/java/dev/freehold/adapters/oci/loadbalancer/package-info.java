/// The driver of load balancers.
@NullMarked
package dev.freehold.adapters.oci.loadbalancer;

import org.jspecify.annotations.NullMarked;
