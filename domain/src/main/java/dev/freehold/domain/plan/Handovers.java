package dev.freehold.domain.plan;

import dev.freehold.domain.blueprint.Graph;
import dev.freehold.domain.resource.Claim;
import dev.freehold.domain.resource.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What passes from one node to another in one plan, and so in which order the wanted ones come: whoever takes
/// something waits until its holder has let go of it, by its deletion or by its update. Where updates would wait
/// for each other, one of them is put aside first, see [Parking].
final class Handovers {
    private final Standings standings;
    private final Removal[] going;
    private final Graph wanted;
    private final Comparing comparing;

    /// By the number of the taker.
    private final Map<Integer, List<Handover>> byTaker = new TreeMap<>();

    private final Map<Integer, Node> parked = new TreeMap<>();
    private final List<HeldClaim> obstacles = new ArrayList<>();
    private final int[] order;

    private Handovers(Standings standings, Removal[] going, Graph wanted, Comparing comparing) {
        this.standings = standings;
        this.going = going;
        this.wanted = wanted;
        this.comparing = comparing;
        var takers = takers();
        for (int number = 0; !takers.isEmpty() && number < going.length; number++) {
            if (going[number] != Removal.ALREADY) {
                find(takers, number);
            }
        }
        this.order = ordered();
        shrinkFirst();
    }

    /// Of machines that are to have more processors and less memory, and others the other way round, none could
    /// grow first where the room is made to measure: each gives back first what it needs less of.
    private void shrinkFirst() {
        var smaller = new TreeMap<Integer, Node>();
        for (int number = 0; going.length > 0 && number < wanted.size(); number++) {
            var change = comparing.decided(number);
            var less = change == null || change.action() != Action.UPDATE
                    ? null
                    : Parking.withLessOfBoth(change.before(), change.node());
            if (less != null) {
                smaller.put(number, less);
            }
        }
        if (smaller.size() > 1) {
            smaller.keySet().forEach(number -> comparing.explain(number, new Reason.ShrinksFirst()));
            parked.putAll(smaller);
        }
    }

    static Handovers of(Standings standings, Removal[] going, Graph wanted, Comparing comparing) {
        return new Handovers(standings, going, wanted, comparing);
    }

    /// Who is to have what, of those to whom anything happens.
    private Map<Claim, Integer> takers() {
        var takers = new HashMap<Claim, Integer>();
        for (int number = 0; going.length > 0 && number < wanted.size(); number++) {
            var change = comparing.decided(number);
            if (change != null && change.action() != Action.KEEP) {
                for (var claim : change.node().claims()) {
                    takers.put(claim, number);
                }
            }
        }
        return takers;
    }

    private void find(Map<Claim, Integer> takers, int holder) {
        var id = standings.graph().id(holder);
        for (var claim : held(holder)) {
            var taker = takers.get(claim);
            if (taker != null && !wanted.id(taker).equals(id)) {
                var handover = new Handover(claim, taker, holder);
                if (letsGo(handover)) {
                    byTaker.computeIfAbsent(taker, _ -> new ArrayList<>()).add(handover);
                } else {
                    obstacles.add(obstacle(handover, "it stays as it is."));
                }
            }
        }
    }

    /// What it has or may have, and what others made of it.
    private Set<Claim> held(int holder) {
        var held = new LinkedHashSet<>(standings.of(holder).claims());
        var change = change(holder);
        if (change != null && change.before() != null) {
            held.addAll(change.before().claims());
        }
        return held;
    }

    private @Nullable Change change(int holder) {
        int number = wanted.number(standings.graph().id(holder));
        return number < 0 ? null : comparing.decided(number);
    }

    private boolean letsGo(Handover handover) {
        return switch (going[handover.holder()]) {
            case FOR_GOOD, TO_BE_MADE_ANEW, ALREADY -> true;
            case NO -> {
                var change = change(handover.holder());
                yield change != null
                        && change.action() == Action.UPDATE
                        && !change.node().claims().contains(handover.claim());
            }
        };
    }

    private HeldClaim obstacle(Handover handover, String why) {
        return new HeldClaim(
                handover.claim(), wanted.id(handover.taker()), standings.graph().id(handover.holder()), why);
    }

    /// The numbers of the wanted nodes, each after those it refers to and after those that let go by their
    /// update of what it is to have.
    private int[] ordered() {
        boolean anyUpdate = byTaker.values().stream().flatMap(List::stream).anyMatch(this::isByUpdate);
        return anyUpdate
                ? new HandoverOrder(this, wanted).numbers()
                : IntStream.range(0, wanted.size()).toArray();
    }

    boolean isByUpdate(Handover handover) {
        return going[handover.holder()] == Removal.NO;
    }

    /// The holder's number in what is wanted.
    int holderNow(Handover handover) {
        return wanted.number(standings.graph().id(handover.holder()));
    }

    /// Puts the holder aside, so that the taker need not wait for its update.
    void park(Handover handover, Parking parking) {
        int number = holderNow(handover);
        var change = comparing.decided(number);
        if (change == null || parked.containsKey(number)) {
            return;
        }
        var before = change.before();
        var aside = before == null ? null : parking.withoutClaim(before, handover.claim());
        if (aside == null) {
            obstacles.add(obstacle(
                    handover,
                    "each of them waits for the other, and neither can be put aside. Deploy"
                            + " with another value for one of them first."));
        } else {
            parked.put(number, aside);
            comparing.explain(number, new Reason.MakesWay(handover.claim(), wanted.id(handover.taker())));
        }
    }

    Parking parking() {
        return new Parking(standings.graph(), wanted);
    }

    int[] order() {
        return order.clone();
    }

    /// What the taker of that number is to have from others.
    List<Handover> of(int taker) {
        return byTaker.getOrDefault(taker, List.of());
    }

    /// The old nodes whose deletion somebody waits for.
    Set<Integer> awaitedDeletions() {
        var awaited = new TreeSet<Integer>();
        byTaker.values()
                .forEach(all -> all.stream()
                        .filter(handover -> !isByUpdate(handover))
                        .forEach(handover -> awaited.add(handover.holder())));
        return awaited;
    }

    /// What is put aside first, by number, as it stands meanwhile.
    Map<Integer, Node> parked() {
        return parked;
    }

    List<HeldClaim> obstacles() {
        return obstacles;
    }
}
