/// Oracle Cloud, emulated: a package a service, what they have in common on the wire in
/// [dev.freehold.lab.oracle.api], and here the server that puts them together. A further service is an
/// [dev.freehold.lab.oracle.api.Api] in a package of its own, and a line in `OracleCloud`.
@NullMarked
package dev.freehold.lab.oracle;

import org.jspecify.annotations.NullMarked;
