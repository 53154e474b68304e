/// The tenancy's own quota policies: their statements, which of them are in force, and what they forbid.
@NullMarked
package dev.freehold.lab.oracle.quota;

import org.jspecify.annotations.NullMarked;
