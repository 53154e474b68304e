/// IPv4 addresses and blocks of them.
@NullMarked
package dev.freehold.domain.network;

import org.jspecify.annotations.NullMarked;
