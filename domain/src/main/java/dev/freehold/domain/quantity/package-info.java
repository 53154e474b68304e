/// Amounts with a unit, so that OCPUs, gigabytes and dollars can't be mixed up.
@NullMarked
package dev.freehold.domain.quantity;

import org.jspecify.annotations.NullMarked;
