/// Oracle's Compute, part of the Core Services API 20160918: shapes, images, instances with their boot volumes and
/// VNIC attachments, capacity reports, console histories.
@NullMarked
package dev.freehold.lab.oracle.compute;

import org.jspecify.annotations.NullMarked;
