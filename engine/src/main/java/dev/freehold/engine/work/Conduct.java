package dev.freehold.engine.work;

import dev.freehold.domain.allowance.Usage;
import dev.freehold.engine.pace.Pace;
import java.util.function.Predicate;

/// How some work is gone about.
///
/// @param pace how hard systems are driven
/// @param allowed may this much stand at once?
/// @param quota above what nothing may rise: what stands above it already is no reason to refuse what needs none of
/// it
/// @param seed decides every random choice
public record Conduct(Pace pace, Predicate<Usage> allowed, Usage quota, long seed) {
    /// Without a quota.
    public Conduct(Pace pace, Predicate<Usage> allowed, long seed) {
        this(pace, allowed, Usage.UNLIMITED, seed);
    }
}
