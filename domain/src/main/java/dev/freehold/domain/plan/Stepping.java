package dev.freehold.domain.plan;

import dev.freehold.domain.allowance.LimitRule;
import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.blueprint.Graph;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Lays a plan's steps out:
/// - whatever refers to something that goes is deleted before it, or updated before it if it stays;
/// - what is made or changed comes after everything it refers to, and after its own deletion;
/// - what goes for good and counts against a limit that something new needs goes early, and whatever stands
///   on it: the allowance may have no room for both;
/// - what takes something that another has comes after that one let go, see [Handovers];
/// - in each layer, what goes for good goes first, as far as it can: it makes room in the allowance, frees
///   addresses, and clears the way (a QDevice has to go before a third host joins).
///
/// The order is: early deletions, what is put aside, what is wanted, late deletions. Late are those that wait for
/// an update; if a replacement waits for one of them in turn, it doesn't wait.
final class Stepping {
    private static final int NONE = -1;

    private final Standings standings;
    private final Graph old;
    private final Removal[] going;
    private final Graph wanted;
    private final Comparing comparing;
    private final Handovers handovers;
    private final List<Step> steps = new ArrayList<>();
    private final int[] deleteStep;
    private final int[] wantedStep;
    private final int[] parkStep;

    /// Of what stays as it is, the steps of whatever it refers to, some way or other.
    private final int[][] through;

    private Stepping(Standings standings, Removal[] going, Graph wanted, Comparing comparing, Handovers handovers) {
        this.standings = standings;
        this.old = standings.graph();
        this.going = going;
        this.wanted = wanted;
        this.comparing = comparing;
        this.handovers = handovers;
        this.deleteStep = filled(old.size());
        this.wantedStep = filled(wanted.size());
        this.parkStep = filled(wanted.size());
        this.through = new int[wanted.size()][];
    }

    private static int[] filled(int size) {
        var numbers = new int[size];
        Arrays.fill(numbers, NONE);
        return numbers;
    }

    static List<Step> steps(
            Standings standings, Removal[] going, Graph wanted, Comparing comparing, Handovers handovers) {
        var stepping = new Stepping(standings, going, wanted, comparing, handovers);
        var late = stepping.late();
        var cleared = stepping.early(late);
        stepping.park();
        stepping.make(cleared);
        stepping.deleteLate(late);
        return stepping.steps;
    }

    private boolean isDeleted(int number) {
        return going[number] == Removal.FOR_GOOD || going[number] == Removal.TO_BE_MADE_ANEW;
    }

    /// Which deletions wait for an update, directly or by another deletion.
    private boolean[] late() {
        var hurried = new boolean[old.size()]; // something else waits for it, for the room it takes or what it has
        var room = roomNeeded();
        var awaited = handovers.awaitedDeletions();
        for (int number = 0; number < old.size(); number++) {
            hurried[number] = going[number] == Removal.TO_BE_MADE_ANEW
                    || going[number] == Removal.ALREADY
                    || (going[number] == Removal.FOR_GOOD && takesOf(room, old.node(number)))
                    || awaited.contains(number);
            if (going[number] == Removal.FOR_GOOD) {
                for (int to : old.dependsOn(number)) {
                    hurried[number] |= hurried[to];
                }
            }
        }
        var late = new boolean[old.size()];
        for (int number = old.size() - 1; number >= 0; number--) {
            if (going[number] == Removal.FOR_GOOD && !hurried[number]) {
                for (int from : old.dependents(number)) {
                    late[number] |= late[from] || isUpdated(from);
                }
            }
        }
        return late;
    }

    /// The limits that something counts against that is made, or made larger. What counts against the same and
    /// goes has to go first: at a full allowance the one could never be made while the other stands.
    private List<LimitRule> roomNeeded() {
        boolean anyGoes = Arrays.asList(going).contains(Removal.FOR_GOOD);
        var made = Usage.NONE;
        for (int number = 0; anyGoes && number < wanted.size(); number++) {
            var change = comparing.decided(number);
            if (change != null && change.action() != Action.KEEP) {
                var before = change.before() == null ? Usage.NONE : Usage.of(change.before());
                made = made.plus(Usage.of(change.node()).orMoreOf(before).minus(before));
            }
        }
        var needed = made;
        return LimitRule.COUNTED.stream()
                .filter(rule -> needed.amount(rule).signum() > 0)
                .toList();
    }

    private static boolean takesOf(List<LimitRule> room, Node node) {
        var usage = Usage.of(node);
        return room.stream().anyMatch(rule -> usage.amount(rule).signum() > 0);
    }

    /// A gate that is awaited again holds nothing up: it refers to what goes only by what was recorded.
    private boolean isUpdated(int number) {
        var node = old.node(number);
        int now = wanted.number(old.id(number));
        var change = node instanceof Resource && now >= 0 ? comparing.decided(now) : null;
        return change != null && change.action() == Action.UPDATE;
    }

    /// @return for each layer, the step after which everything that goes early for good is gone
    private Map<Layer, Integer> early(boolean[] late) {
        var last = new EnumMap<Layer, Integer>(Layer.class);
        for (int number = 0; number < old.size(); number++) {
            if (going[number] == Removal.FOR_GOOD && !late[number]) {
                last.putIfAbsent(old.node(number).layer(), number); // the last to go, for they go in reverse
            }
        }
        var gone = new EnumMap<Layer, List<Integer>>(Layer.class);
        var cleared = new EnumMap<Layer, Integer>(Layer.class);
        for (int number = old.size() - 1; number >= 0; number--) {
            if (!isDeleted(number) || late[number]) {
                continue;
            }
            var after = dependentsGone(number);
            if (going[number] == Removal.FOR_GOOD) {
                var layer = old.node(number).layer();
                var others = gone.computeIfAbsent(layer, _ -> new ArrayList<>());
                if (Integer.valueOf(number).equals(last.get(layer))) {
                    after.addAll(others);
                    cleared.put(layer, steps.size());
                }
                others.add(steps.size());
            }
            delete(number, after);
        }
        return cleared;
    }

    private Set<Integer> dependentsGone(int number) {
        var after = new TreeSet<Integer>();
        for (int from : old.dependents(number)) {
            if (deleteStep[from] != NONE) {
                after.add(deleteStep[from]);
            }
        }
        return after;
    }

    private void delete(int number, Set<Integer> after) {
        deleteStep[number] = steps.size();
        add(Operation.DELETE, standings.of(number).node(), null, after, false);
    }

    /// What is put aside waits for nothing: it changes nothing else about what stands.
    private void park() {
        handovers.parked().forEach((number, aside) -> {
            var change = comparing.decided(number);
            parkStep[number] = steps.size();
            add(Operation.UPDATE, aside, change == null ? null : change.before(), Set.of(), false);
        });
    }

    /// The steps by which others let go of what the node is to have.
    private Set<Integer> letGo(int number) {
        var after = new TreeSet<Integer>();
        for (var handover : handovers.of(number)) {
            int now = handovers.isByUpdate(handover) ? handovers.holderNow(handover) : NONE;
            int step = now == NONE
                    ? deleteStep[handover.holder()]
                    : parkStep[now] == NONE ? wantedStep[now] : parkStep[now];
            if (step != NONE) {
                after.add(step);
            }
        }
        return after;
    }

    private void make(Map<Layer, Integer> cleared) {
        for (int number : handovers.order()) {
            var change = comparing.decided(number);
            var after = dependenciesDone(number);
            if (change == null || change.action() == Action.KEEP) {
                through[number] = after.stream().mapToInt(Integer::intValue).toArray();
                continue;
            }
            int before = old.number(change.id());
            if (before >= 0 && change.action() != Action.UPDATE) {
                if (deleteStep[before] == NONE) {
                    after.addAll(dependentsGone(before)); // it is gone already, they have to go still
                } else {
                    after.add(deleteStep[before]);
                }
            }
            var clear = cleared.get(change.node().layer());
            if (clear != null) {
                after.add(clear);
            }
            after.addAll(letGo(number));
            var from = change.action() == Action.UPDATE ? change.before() : null;
            if (parkStep[number] != NONE) {
                after.add(parkStep[number]);
                from = handovers.parked().get(number);
            }
            wantedStep[number] = steps.size();
            add(operation(change), change.node(), from, after, change.action() == Action.ADOPT);
        }
    }

    /// The steps of what `number` refers to, directly or through what stays as it is: a monitor waits for a
    /// host to join again although Ceph, which it refers to, has nothing to do.
    private Set<Integer> dependenciesDone(int number) {
        var after = new TreeSet<Integer>();
        for (int to : wanted.dependsOn(number)) {
            if (wantedStep[to] != NONE) {
                after.add(wantedStep[to]);
            } else {
                for (int step : through[to]) {
                    after.add(step);
                }
            }
        }
        return after;
    }

    private static Operation operation(Change change) {
        if (change.node() instanceof Gate) {
            return Operation.AWAIT;
        }
        return change.action() == Action.UPDATE ? Operation.UPDATE : Operation.CREATE;
    }

    private void deleteLate(boolean[] late) {
        for (int number = old.size() - 1; number >= 0; number--) {
            if (!late[number]) {
                continue;
            }
            var after = dependentsGone(number);
            for (int from : old.dependents(number)) {
                if (isUpdated(from)) {
                    after.add(wantedStep[wanted.number(old.id(from))]);
                }
            }
            delete(number, after);
        }
    }

    /// @param after sorted
    private void add(Operation operation, Node node, @Nullable Node before, Set<Integer> after, boolean adopts) {
        steps.add(new Step(steps.size(), node.id(), operation, node, before, List.copyOf(after), adopts));
    }
}
