package dev.freehold.engine.work;

import dev.freehold.domain.allowance.Usage;
import dev.freehold.engine.pace.Pace;
import java.util.function.Predicate;

/// How some work is gone about.
///
/// @param pace how hard systems are driven
/// @param allowed may this much stand at once?
/// @param seed decides every random choice
public record Conduct(Pace pace, Predicate<Usage> allowed, long seed) {}
