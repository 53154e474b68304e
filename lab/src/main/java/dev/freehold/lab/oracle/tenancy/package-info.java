/// The one tenancy of the emulated cloud: who it is, where it lives, and the files by which Oracle's own clients
/// sign.
@NullMarked
package dev.freehold.lab.oracle.tenancy;

import org.jspecify.annotations.NullMarked;
