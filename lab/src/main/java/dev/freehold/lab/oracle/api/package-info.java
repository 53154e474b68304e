/// What all of Oracle's services have in common on the wire: signatures, request ids, errors, etags, retry tokens,
/// pages. Services say their routes to [dev.freehold.lab.oracle.api.Routes].
@NullMarked
package dev.freehold.lab.oracle.api;

import org.jspecify.annotations.NullMarked;
