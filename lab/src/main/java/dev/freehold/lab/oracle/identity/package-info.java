/// Oracle's Identity API 20160918, as much of it as a client needs that makes a compartment and finds its way
/// about.
@NullMarked
package dev.freehold.lab.oracle.identity;

import org.jspecify.annotations.NullMarked;
