/// HTTP/1.1 on loopback, with no knowledge of any cloud: exchanges come in as [dev.freehold.lab.wire.Incoming] and
/// are answered by a [dev.freehold.lab.wire.Answer], which may be a fault of the wire.
@NullMarked
package dev.freehold.lab.wire;

import org.jspecify.annotations.NullMarked;
