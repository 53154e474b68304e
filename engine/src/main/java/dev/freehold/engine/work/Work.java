package dev.freehold.engine.work;

import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.journal.Standing.InDoubt;
import dev.freehold.domain.plan.Step;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.schedule.TimingProfile;
import dev.freehold.engine.work.WorkStep.NodeUse;
import dev.freehold.engine.work.WorkStep.Place;
import dev.freehold.engine.work.WorkStep.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The steps of a plan in the form that the scheduler works on: everything by number, counted and ordered
/// once. It is never changed, so that any number of runs can share it.
public final class Work {
    private final List<WorkStep> steps;
    private final List<WorkStep> byRank;
    private final Map<ResourceId, Integer> lastOf;
    private final Usage standing;
    private final Contested contested;

    private Work(List<WorkStep> steps, Map<ResourceId, Integer> lastOf, Usage standing, Contested contested) {
        this.steps = List.copyOf(steps);
        this.byRank =
                steps.stream().sorted(Comparator.comparingInt(WorkStep::rank)).toList();
        this.lastOf = Map.copyOf(lastOf);
        this.standing = standing;
        this.contested = contested;
    }

    /// @param steps numbered from 0 in this order, each after those it waits for
    /// @param standing what is known of every node of every layer before the work begins
    public static Work of(List<Step> steps, Map<ResourceId, Standing> standing, TimingProfile timing) {
        var dependents = dependents(steps);
        var expected = steps.stream()
                .mapToLong(
                        step -> timing.durationOf(step.operation(), step.node()).toMillis())
                .toArray();
        var ranks = ranks(steps, expected, dependents);
        var contested = new Contested(steps, standing);
        var lastOf = new HashMap<ResourceId, Integer>();
        var known = new ArrayList<WorkStep>();
        for (var step : steps) {
            int number = step.number();
            // The second step on a node finds what the first has left: nothing, where that was its deletion.
            var earlier = lastOf.put(step.id(), number);
            var before = earlier == null ? standing.get(step.id()) : null;
            known.add(new WorkStep(
                    step,
                    Place.of(step.node()),
                    hash(step.id().text()),
                    expected[number],
                    use(
                            step,
                            before,
                            earlier == null ? null : known.get(earlier).use(),
                            contested),
                    before instanceof InDoubt doubt ? doubt : null,
                    new Turn(ranks[number], dependents.get(number))));
        }
        return new Work(known, lastOf, sum(standing), contested);
    }

    private static List<List<Integer>> dependents(List<Step> steps) {
        var dependents = new ArrayList<List<Integer>>();
        for (var step : steps) {
            dependents.add(new ArrayList<>());
            step.after().forEach(earlier -> dependents.get(earlier).add(step.number()));
        }
        return dependents;
    }

    /// What the longest chain of work waits for goes first; by id where chains are equally long.
    private static int[] ranks(List<Step> steps, long[] expected, List<List<Integer>> dependents) {
        var remaining = expected.clone();
        for (int number = steps.size() - 1; number >= 0; number--) {
            long longest = 0;
            for (int next : dependents.get(number)) {
                longest = Math.max(longest, remaining[next]);
            }
            remaining[number] += longest;
        }
        var order = new ArrayList<>(steps);
        order.sort(Comparator.comparingLong((Step step) -> -remaining[step.number()])
                .thenComparing(Step::id)
                .thenComparingInt(Step::number));
        var ranks = new int[steps.size()];
        for (int rank = 0; rank < ranks.length; rank++) {
            ranks[order.get(rank).number()] = rank;
        }
        return ranks;
    }

    private static NodeUse use(Step step, @Nullable Standing before, @Nullable NodeUse earlier, Contested contested) {
        boolean goes = step.operation() == Operation.DELETE;
        var usedAfter = goes ? Usage.NONE : Usage.of(step.node());
        var claimsAfter = goes ? List.<Integer>of() : contested.of(step.node());
        if (earlier != null) {
            return new NodeUse(earlier.after(), usedAfter, earlier.claimsAfter(), claimsAfter);
        }
        return before == null
                ? new NodeUse(Usage.NONE, usedAfter, List.of(), claimsAfter)
                : new NodeUse(usageOf(before), usedAfter, contested.of(before), claimsAfter);
    }

    private static Usage sum(Map<ResourceId, Standing> standing) {
        var sum = Usage.NONE;
        for (var known : standing.values()) {
            sum = sum.plus(usageOf(known));
        }
        return sum;
    }

    /// What may stand: of what is in doubt, both what stood and what was intended.
    private static Usage usageOf(Standing standing) {
        return switch (standing) {
            case Standing.Stands stands -> Usage.of(stands.node());
            case InDoubt doubt -> {
                var stood = doubt.before();
                var intended = Usage.of(doubt.node());
                yield stood == null ? intended : intended.orMoreOf(Usage.of(stood.node()));
            }
        };
    }

    /// String's own hash has 32 bits and many equal neighbours.
    private static long hash(String text) {
        long hash = 0xCBF2_9CE4_8422_2325L; // FNV-1a, 64 bits
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100_0000_01B3L;
        }
        return hash;
    }

    public int size() {
        return steps.size();
    }

    /// By number.
    public List<WorkStep> steps() {
        return steps;
    }

    public WorkStep step(int number) {
        return steps.get(number);
    }

    public ResourceId id(int number) {
        return steps.get(number).id();
    }

    /// The number of the last step that works on the node of that id; -1 if none does.
    public int lastOf(ResourceId id) {
        return lastOf.getOrDefault(id, -1);
    }

    /// What everything that stands, or may stand, uses before the work begins.
    public Usage standing() {
        return standing;
    }

    /// What more than one node of it has or is to have.
    Contested contested() {
        return contested;
    }

    WorkStep ofRank(int rank) {
        return byRank.get(rank);
    }
}
