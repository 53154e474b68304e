package dev.freehold.engine.work;

import dev.freehold.domain.resource.SystemName;
import dev.freehold.engine.pace.BreakerPolicy;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A circuit breaker for each system that ever failed, by resilience4j, on the clock of the events.
final class Breakers {
    private final BreakerPolicy policy;
    private final EventClock clock = new EventClock();
    // Most runs see no failure and need none.
    private @Nullable Map<SystemName, CircuitBreaker> breakers;

    Breakers(BreakerPolicy policy) {
        this.policy = policy;
    }

    /// How long `system` is to be left alone; nothing if a call may go out, which must then be reported.
    @Nullable
    Duration delay(SystemName system, Instant now) {
        var breaker = breakers == null ? null : breakers.get(system);
        if (breaker == null) {
            return null;
        }
        clock.now = now;
        return breaker.tryAcquirePermission() ? null : policy.rest();
    }

    void succeeded(SystemName system, Instant now) {
        var breaker = breakers == null ? null : breakers.get(system);
        if (breaker != null) {
            clock.now = now;
            breaker.onSuccess(0, TimeUnit.MILLISECONDS);
        }
    }

    void failed(SystemName system, Instant now) {
        clock.now = now;
        if (breakers == null) {
            breakers = new EnumMap<>(SystemName.class);
        }
        breakers.computeIfAbsent(system, this::closed)
                .onError(0, TimeUnit.MILLISECONDS, new IllegalStateException("a call failed"));
    }

    private CircuitBreaker closed(SystemName system) {
        return CircuitBreaker.of(
                system.word(),
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(policy.failurePercent())
                        .minimumNumberOfCalls(policy.calls())
                        .slidingWindowSize(policy.window())
                        .waitDurationInOpenState(policy.rest())
                        .permittedNumberOfCallsInHalfOpenState(policy.trials())
                        .build());
    }

    /// Stands still between events.
    private static final class EventClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
