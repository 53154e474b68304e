/// What is fetched from the network, kept, and held to be what it was.
@NullMarked
package dev.freehold.adapters.local.fetch;

import org.jspecify.annotations.NullMarked;
