/// What the user wants: `freehold.yaml` as records, with every default and every check.
@NullMarked
package dev.freehold.domain.spec;

import org.jspecify.annotations.NullMarked;
