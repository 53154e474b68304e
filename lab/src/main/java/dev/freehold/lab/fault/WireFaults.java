package dev.freehold.lab.fault;

import dev.freehold.lab.wire.Answer;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.wire.Body;
import dev.freehold.lab.wire.Incoming;
import dev.freehold.lab.wire.Interceptor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The faults of a list, each as many times as it says, counted in this process. Of several that concern one
/// request the first that is left strikes.
public final class WireFaults implements Interceptor {
    private static final Duration DRIP = Duration.ofMillis(50); // for each few bytes: a head takes a second or two
    private static final double HALF = 0.5;

    private final List<WireFault> faults;
    private final int[] left;

    public WireFaults(List<WireFault> faults) {
        this.faults = List.copyOf(faults);
        this.left = faults.stream().mapToInt(WireFault::times).toArray();
    }

    @Override
    public Answer around(Incoming request, Function<Incoming, Answer> rest) {
        var struck = strike(request);
        return struck.isEmpty() ? rest.apply(request) : answer(struck.get(), request, rest);
    }

    private synchronized Optional<WireFault> strike(Incoming request) {
        for (int i = 0; i < left.length; i++) {
            if (left[i] > 0 && faults.get(i).concerns(request.method(), request.path())) {
                left[i]--;
                return Optional.of(faults.get(i));
            }
        }
        return Optional.empty();
    }

    private static Answer answer(WireFault fault, Incoming request, Function<Incoming, Answer> rest) {
        return switch (fault.mishap()) {
            case THROTTLED ->
                error(429, "TooManyRequests", "Too many requests for the user")
                        .with("retry-after", Integer.toString(fault.retryAfterSeconds()));
            case SERVER_ERROR -> error(500, "InternalError", "An internal server error occurred.");
            // A full region looks like a fault of the server: only these words tell it.
            case NO_ROOM -> error(500, "InternalError", "Out of host capacity.");
            case BAD_GATEWAY -> page();
            case RESET_BEFORE -> new Answer.Reset();
            case RESET_AFTER -> {
                var _ = rest.apply(request);
                yield new Answer.Reset();
            }
            case TRUNCATED ->
                rest.apply(request) instanceof Reply reply ? new Answer.Truncated(reply, HALF) : new Answer.Reset();
            case SLOW_HEADERS ->
                rest.apply(request) instanceof Reply reply ? new Answer.SlowHead(reply, DRIP) : new Answer.Reset();
        };
    }

    private static Reply error(int status, String code, String message) {
        var body = "{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}";
        return reply(status, "application/json", body);
    }

    private static Reply page() {
        return reply(502, "text/html", """
            <html>
            <head><title>502 Bad Gateway</title></head>
            <body><h1>502 Bad Gateway</h1></body>
            </html>
            """);
    }

    private static Reply reply(int status, String type, String body) {
        return new Reply(status, Map.of("content-type", type), Body.of(body.getBytes(StandardCharsets.UTF_8)));
    }
}
