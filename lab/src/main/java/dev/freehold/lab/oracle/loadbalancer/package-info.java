/// Oracle's Load Balancing API 20170115: flexible load balancers with backend sets and listeners. They carry no
/// traffic.
@NullMarked
package dev.freehold.lab.oracle.loadbalancer;

import org.jspecify.annotations.NullMarked;
