/// Where secrets are kept, and how they are encrypted.
@NullMarked
package dev.freehold.ports.secret;

import org.jspecify.annotations.NullMarked;
