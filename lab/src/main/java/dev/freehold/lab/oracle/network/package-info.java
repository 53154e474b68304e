/// Oracle's networking, part of the Core Services API 20160918: VCNs and what is in them, private and public
/// addresses, VNICs. Compute attaches VNICs by [dev.freehold.lab.oracle.network.Vnics].
@NullMarked
package dev.freehold.lab.oracle.network;

import org.jspecify.annotations.NullMarked;
