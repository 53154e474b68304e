package dev.freehold.engine.work;

import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.journal.Standing.InDoubt;
import dev.freehold.domain.plan.Step;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SystemName;
import dev.freehold.domain.schedule.TimingProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The steps of a plan in the form that the scheduler works on: everything by number, counted and ordered
/// once. It is never changed, so that any number of runs can share it.
public final class Work {
    private final List<Step> steps;
    private final Map<ResourceId, Integer> lastOf = new HashMap<>();
    private final long[] whom;
    private final Layer[] layers;
    private final SystemName[] systems;
    private final @Nullable InDoubt[] doubts;
    private final int[] waitsFor;
    private final int[][] dependents;
    private final long[] expected;
    private final int[] ranks;
    private final int[] byRank;
    private final Usage[] before;
    private final Usage[] after;
    private final Usage standing;

    private Work(List<Step> steps, Map<ResourceId, Standing> standing, TimingProfile timing) {
        int size = steps.size();
        this.steps = List.copyOf(steps);
        this.whom = new long[size];
        this.layers = new Layer[size];
        this.systems = new SystemName[size];
        this.doubts = new @Nullable InDoubt[size];
        this.waitsFor = new int[size];
        this.dependents = new int[size][];
        this.expected = new long[size];
        this.ranks = new int[size];
        this.byRank = new int[size];
        this.before = new Usage[size];
        this.after = new Usage[size];
        var sum = Usage.NONE;
        for (var known : standing.values()) {
            sum = sum.plus(usageOf(known));
        }
        this.standing = sum;
        for (var step : this.steps) {
            number(step, standing.get(step.id()));
            expected[step.number()] =
                    timing.durationOf(step.operation(), step.node()).toMillis();
        }
        link();
        rank();
    }

    /// @param steps numbered from 0 in this order, each after those it waits for
    /// @param standing what is known of every node of every layer before the work begins
    public static Work of(List<Step> steps, Map<ResourceId, Standing> standing, TimingProfile timing) {
        return new Work(steps, standing, timing);
    }

    private void number(Step step, @Nullable Standing known) {
        int number = step.number();
        boolean first = lastOf.put(step.id(), number) == null;
        whom[number] = hash(step.id().text());
        layers[number] = step.node().layer();
        systems[number] = step.node().system();
        doubts[number] = first && known instanceof InDoubt doubt ? doubt : null;
        // The second step of a replacement finds nothing standing: the first has taken it away.
        before[number] = first && known != null ? usageOf(known) : Usage.NONE;
        after[number] = step.operation() == Operation.DELETE ? Usage.NONE : Usage.of(step.node());
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

    private void link() {
        var counts = new int[steps.size()];
        for (var step : steps) {
            waitsFor[step.number()] = step.after().size();
            for (int earlier : step.after()) {
                counts[earlier]++;
            }
        }
        for (int i = 0; i < counts.length; i++) {
            dependents[i] = new int[counts[i]];
            counts[i] = 0;
        }
        for (var step : steps) {
            for (int earlier : step.after()) {
                dependents[earlier][counts[earlier]++] = step.number();
            }
        }
    }

    /// What the longest chain of work waits for goes first; by id where chains are equally long.
    private void rank() {
        var remaining = expected.clone();
        for (int number = steps.size() - 1; number >= 0; number--) {
            long longest = 0;
            for (int next : dependents[number]) {
                longest = Math.max(longest, remaining[next]);
            }
            remaining[number] += longest;
        }
        var order = new ArrayList<>(steps);
        order.sort(Comparator.comparingLong((Step step) -> -remaining[step.number()])
                .thenComparing(Step::id)
                .thenComparingInt(Step::number));
        for (int rank = 0; rank < ranks.length; rank++) {
            int number = order.get(rank).number();
            ranks[number] = rank;
            byRank[rank] = number;
        }
    }

    public int size() {
        return ranks.length;
    }

    public List<Step> steps() {
        return steps;
    }

    public ResourceId id(int number) {
        return steps.get(number).id();
    }

    public Node node(int number) {
        return steps.get(number).node();
    }

    public @Nullable Node before(int number) {
        return steps.get(number).before();
    }

    public Operation operation(int number) {
        return steps.get(number).operation();
    }

    public Layer layer(int number) {
        return layers[number];
    }

    public long expectedMillis(int number) {
        return expected[number];
    }

    /// What an earlier run left in doubt, if this step is the first to touch it.
    public @Nullable InDoubt doubt(int number) {
        return doubts[number];
    }

    /// The number of the last step that works on the node of that id; -1 if none does.
    public int lastOf(ResourceId id) {
        return lastOf.getOrDefault(id, -1);
    }

    /// A number that stands for the step's node in questions of chance.
    public long whom(int number) {
        return whom[number];
    }

    /// What everything that stands, or may stand, uses before the work begins.
    public Usage standing() {
        return standing;
    }

    SystemName system(int number) {
        return systems[number];
    }

    int waitsFor(int number) {
        return waitsFor[number];
    }

    int[] dependents(int number) {
        return dependents[number];
    }

    int rank(int number) {
        return ranks[number];
    }

    int ofRank(int rank) {
        return byRank[rank];
    }

    /// What the step's node uses before it.
    public Usage usageBefore(int number) {
        return before[number];
    }

    /// What the step's node uses after it.
    public Usage usageAfter(int number) {
        return after[number];
    }
}
