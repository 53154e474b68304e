package dev.freehold.lab.wire;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// What becomes of a request: a proper reply, or one of the ways in which the wire fails.
public sealed interface Answer {
    /// Of HEAD, the body's length is told and the body is not sent.
    record Reply(int status, Map<String, String> headers, Body body) implements Answer {
        public Reply {
            headers = Map.copyOf(headers);
        }

        public Reply with(String name, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Reply(status, more, body);
        }
    }

    /// The connection is reset (TCP RST) and nothing is sent.
    record Reset() implements Answer {}

    /// The whole length is promised, `share` of the body is sent (0 to 1), then the connection closes.
    record Truncated(Reply reply, double share) implements Answer {}

    /// The head of the reply comes a few bytes at a time, `pause` of real time apart; then the rest at once.
    record SlowHead(Reply reply, Duration pause) implements Answer {}

    static Reply reply(int status, Body body) {
        return new Reply(status, Map.of(), body);
    }
}
