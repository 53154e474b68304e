@NullMarked
package dev.freehold.adapters.oci;

import org.jspecify.annotations.NullMarked;
