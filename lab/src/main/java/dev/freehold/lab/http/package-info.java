/// HTTP/1.1 on loopback, with no knowledge of any cloud: exchanges come in as [dev.freehold.lab.http.Incoming] and
/// are answered by a [dev.freehold.lab.http.Answer], which may be a fault of the wire.
@NullMarked
package dev.freehold.lab.http;

import org.jspecify.annotations.NullMarked;
