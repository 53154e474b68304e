package dev.freehold.lab.wire;

import java.util.function.Function;

/// What stands between the wire and what answers. It may answer itself, or let the rest answer and give the client
/// something else: that is a fault after the deed.
public interface Interceptor {
    Answer around(Incoming request, Function<Incoming, Answer> rest);

    static Interceptor none() {
        return (request, rest) -> rest.apply(request);
    }
}
