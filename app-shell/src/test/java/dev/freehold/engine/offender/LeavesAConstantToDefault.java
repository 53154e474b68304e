package dev.freehold.engine.offender;

import dev.freehold.domain.allowance.LimitRule;

/// Switches over an enum and leaves most of it to `default`.
public final class LeavesAConstantToDefault {
    private LeavesAConstantToDefault() {}

    public static boolean isNetwork(LimitRule rule) {
        return switch (rule) {
            case VCNS -> true;
            default -> false;
        };
    }
}
