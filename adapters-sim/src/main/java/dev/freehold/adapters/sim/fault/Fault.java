package dev.freehold.adapters.sim.fault;

import dev.freehold.adapters.sim.call.Act;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.spec.Glob;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What goes wrong with the calls about some nodes.
///
/// @param resources whose calls
/// @param act which of their calls; absent: every one. Awaiting a gate and building an image are creations
/// @param times with how many calls it goes wrong before all is well again
/// @param when for [Mishap#HALT], on which side of the call the process dies
public record Fault(Glob resources, Optional<Act> act, Mishap mishap, int times, When when) {

    public Fault {
        if (times < 1) {
            throw new IllegalArgumentException("a fault that happens " + times + " times is none");
        }
        if (when == When.AFTER && mishap != Mishap.HALT) {
            throw new IllegalArgumentException("only a halt can come after the call, not " + mishap.word());
        }
    }

    /// The first such call goes wrong, whatever it asks.
    public static Fault once(String resources, Mishap mishap) {
        return new Fault(Glob.of(resources), Optional.empty(), mishap, 1, When.BEFORE);
    }

    /// The first such call of that sort goes wrong.
    public static Fault once(String resources, Act act, Mishap mishap) {
        return new Fault(Glob.of(resources), Optional.of(act), mishap, 1, When.BEFORE);
    }

    boolean concerns(ResourceId id, Act asked) {
        return act.filter(named -> named != asked).isEmpty() && resources.matches(id.text());
    }

    /// The side of a call.
    public enum When {
        BEFORE,
        AFTER
    }

    /// The ways in which a call goes wrong, by the words of a faults file.
    public enum Mishap {
        /// The system is full.
        NO_ROOM,
        /// Too many requests; it says when to ask again.
        THROTTLED,
        /// A server fault before anything happened.
        SERVER_ERROR,
        /// Not done, and no answer.
        TIMEOUT,
        /// Done, and no answer.
        RESPONSE_LOST,
        /// A limit, a quota or a right forbids it.
        REFUSED,
        /// The process dies.
        HALT;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// The mishap of that word; empty for any other.
        public static Optional<Mishap> ofWord(String word) {
            return Arrays.stream(values())
                    .filter(mishap -> mishap.word().equals(word))
                    .findFirst();
        }
    }
}
