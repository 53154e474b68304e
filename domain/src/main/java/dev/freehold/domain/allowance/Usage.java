package dev.freehold.domain.allowance;

import dev.freehold.domain.resource.Counted;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/// What stands at once of everything that Oracle counts. Immutable. The scheduler adds and takes away at each
/// step and a rehearsal does that millions of times, so the amounts are bare numbers, in millionths of each
/// rule's unit and rounded up.
public final class Usage {
    /// What the quota policy sets.
    private static final Set<LimitRule> QUOTED = Set.of(
            LimitRule.A1_OCPUS,
            LimitRule.A1_MEMORY,
            LimitRule.MICRO_INSTANCES,
            LimitRule.BLOCK_STORAGE,
            LimitRule.LOAD_BALANCERS,
            LimitRule.LOAD_BALANCER_BANDWIDTH);

    /// What adds up to it in each hour.
    private static final Map<LimitRule, LimitRule> BY_THE_HOUR = Map.of(
            LimitRule.A1_OCPU_HOURS, LimitRule.A1_OCPUS,
            LimitRule.A1_MEMORY_HOURS, LimitRule.A1_MEMORY);

    private static final int SCALE = 6;

    public static final Usage NONE = new Usage(new long[LimitRule.COUNTED.size()]);

    /// More than there could be of anything.
    public static final Usage UNLIMITED = unlimited();

    private final long[] millionths;
    private final boolean isNothing;

    private Usage(long[] millionths) {
        this.millionths = millionths;
        boolean all = true;
        for (long amount : millionths) {
            all &= amount == 0;
        }
        this.isNothing = all;
    }

    private static Usage unlimited() {
        var amounts = new long[LimitRule.COUNTED.size()];
        Arrays.fill(amounts, Long.MAX_VALUE);
        return new Usage(amounts);
    }

    @SuppressWarnings("EnumOrdinal") // an EnumMap would box each of millions of sums
    private static int slot(LimitRule rule) {
        return rule.ordinal();
    }

    /// What one node of the blueprint uses while it stands.
    public static Usage of(Node node) {
        return node instanceof Counted counted ? of(counted) : NONE;
    }

    private static Usage of(Counted resource) {
        return switch (resource) {
            case OciResource.Instance instance -> of(instance);
            case OciResource.ReservedPublicIp _ -> one(LimitRule.RESERVED_IPS);
            case OciResource.Vcn _ -> one(LimitRule.VCNS);
            case OciResource.LoadBalancer balancer ->
                one(LimitRule.LOAD_BALANCERS)
                        .plus(of(
                                LimitRule.LOAD_BALANCER_BANDWIDTH,
                                BigDecimal.valueOf(balancer.max().count())));
            case ImageResource.ImageUpload upload ->
                of(LimitRule.OBJECT_STORAGE, upload.size().count());
        };
    }

    private static Usage of(OciResource.Instance instance) {
        var amounts = new long[LimitRule.COUNTED.size()];
        amounts[slot(LimitRule.BLOCK_STORAGE)] =
                millionths(instance.size().bootVolume().count());
        switch (instance.size().shape()) {
            case A1_FLEX -> {
                amounts[slot(LimitRule.A1_INSTANCES)] = millionths(BigDecimal.ONE);
                amounts[slot(LimitRule.A1_OCPUS)] =
                        millionths(instance.size().ocpus().count());
                amounts[slot(LimitRule.A1_MEMORY)] =
                        millionths(instance.size().memory().count());
            }
            case E2_1_MICRO -> amounts[slot(LimitRule.MICRO_INSTANCES)] = millionths(BigDecimal.ONE);
        }
        return new Usage(amounts);
    }

    /// `amount` of one thing.
    ///
    /// @throws IllegalArgumentException when a blueprint can't use what the rule is about
    public static Usage of(LimitRule rule, BigDecimal amount) {
        if (!LimitRule.COUNTED.contains(rule)) {
            throw new IllegalArgumentException("nothing in a blueprint uses " + rule.id());
        }
        var amounts = new long[LimitRule.COUNTED.size()];
        amounts[slot(rule)] = millionths(amount);
        return new Usage(amounts);
    }

    private static Usage one(LimitRule rule) {
        return of(rule, BigDecimal.ONE);
    }

    private static long millionths(BigDecimal amount) {
        return amount.setScale(SCALE, RoundingMode.CEILING).unscaledValue().longValueExact();
    }

    /// What all of `nodes` use together.
    public static Usage ofAll(Iterable<? extends Node> nodes) {
        var sum = new long[LimitRule.COUNTED.size()];
        for (var node : nodes) {
            var usage = of(node);
            if (!usage.isNothing) {
                for (int at = 0; at < sum.length; at++) {
                    sum[at] = Math.addExact(sum[at], usage.millionths[at]);
                }
            }
        }
        return new Usage(sum);
    }

    /// What `allowance` grants; what it doesn't limit is without end.
    static Usage granted(Allowance allowance) {
        var amounts = new long[LimitRule.COUNTED.size()];
        for (var rule : LimitRule.COUNTED) {
            amounts[slot(rule)] = allowance.limit(rule).map(Usage::millionths).orElse(Long.MAX_VALUE);
        }
        return new Usage(amounts);
    }

    /// What the tenancy's own limits leave; what they don't limit is without end.
    static Usage room(TenancyFacts tenancy) {
        var amounts = new long[LimitRule.COUNTED.size()];
        for (var rule : LimitRule.COUNTED) {
            amounts[slot(rule)] = tenancy.room(rule).map(Usage::millionths).orElse(Long.MAX_VALUE);
        }
        return new Usage(amounts);
    }

    /// This much as a quota policy grants it that is made to measure, in whole units; what no policy of ours
    /// sets is without end.
    public Usage asQuota() {
        var amounts = new long[LimitRule.COUNTED.size()];
        for (var rule : LimitRule.COUNTED) {
            amounts[slot(rule)] =
                    QUOTED.contains(rule) ? millionths(amount(rule).setScale(0, RoundingMode.CEILING)) : Long.MAX_VALUE;
        }
        return new Usage(amounts);
    }

    /// Is this more than `before` of anything, and more than `ceiling` of that?
    public boolean risesAbove(Usage before, Usage ceiling) {
        for (int at = 0; at < millionths.length; at++) {
            if (millionths[at] > before.millionths[at] && millionths[at] > ceiling.millionths[at]) {
                return true;
            }
        }
        return false;
    }

    public Usage plus(Usage other) {
        if (other.isNothing) {
            return this;
        }
        var sum = millionths.clone();
        for (int at = 0; at < sum.length; at++) {
            sum[at] = Math.addExact(sum[at], other.millionths[at]);
        }
        return new Usage(sum);
    }

    /// @throws IllegalArgumentException when `other` is not part of this
    public Usage minus(Usage other) {
        if (other.isNothing) {
            return this;
        }
        if (other.exceeds(this)) {
            throw new IllegalArgumentException(other + " can't be given back of " + this);
        }
        var rest = millionths.clone();
        for (int at = 0; at < rest.length; at++) {
            rest[at] -= other.millionths[at];
        }
        return new Usage(rest);
    }

    /// The larger of both, thing by thing.
    public Usage orMoreOf(Usage other) {
        var most = millionths.clone();
        for (int at = 0; at < most.length; at++) {
            most[at] = Math.max(most[at], other.millionths[at]);
        }
        return new Usage(most);
    }

    /// The smaller of both, thing by thing.
    Usage orLessOf(Usage other) {
        var least = millionths.clone();
        for (int at = 0; at < least.length; at++) {
            least[at] = Math.min(least[at], other.millionths[at]);
        }
        return new Usage(least);
    }

    /// Is this more than `other` of anything?
    public boolean exceeds(Usage other) {
        for (int at = 0; at < millionths.length; at++) {
            if (millionths[at] > other.millionths[at]) {
                return true;
            }
        }
        return false;
    }

    /// How much of what the rule is about, in its unit; zero for what a blueprint can't use.
    public BigDecimal amount(LimitRule rule) {
        if (slot(rule) >= millionths.length) {
            return BigDecimal.ZERO;
        }
        var plain = BigDecimal.valueOf(millionths[slot(rule)], SCALE).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain;
    }

    /// How much of what `rule` limits, in its unit: what a month of it adds up to where that is what is
    /// limited.
    BigDecimal asLimited(LimitRule rule) {
        var anHour = BY_THE_HOUR.get(rule);
        return anHour == null ? amount(rule) : amount(anHour).multiply(Forecast.HOURS_OF_A_MONTH);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Usage usage && Arrays.equals(millionths, usage.millionths);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(millionths);
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var rule : LimitRule.COUNTED) {
            if (millionths[slot(rule)] != 0) {
                text.append(text.isEmpty() ? "" : ", ");
                text.append(rule.id()).append(' ').append(amount(rule).toPlainString());
            }
        }
        return text.isEmpty() ? "nothing" : text.toString();
    }
}
