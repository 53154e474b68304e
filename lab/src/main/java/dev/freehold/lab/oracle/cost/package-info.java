/// What the tenancy's things cost as lab time passes, and Oracle's APIs that tell of it: usage and budgets.
@NullMarked
package dev.freehold.lab.oracle.cost;

import org.jspecify.annotations.NullMarked;
