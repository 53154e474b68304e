/// What Freehold knows about the platform: spec, allowances, the ledger of use against them, address plan,
/// resources, blueprint and plan. Records and sealed types over the JDK alone: no clock, no randomness, no
/// I/O.
@NullMarked
package dev.freehold.domain;

import org.jspecify.annotations.NullMarked;
