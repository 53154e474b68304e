/// The one writer of YAML: what is to be written, and its text.
@NullMarked
package dev.freehold.domain.yaml;

import org.jspecify.annotations.NullMarked;
