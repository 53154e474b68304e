package dev.freehold.domain.plan;

import dev.freehold.domain.blueprint.Graph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/// An order of the wanted nodes by their references and by what passes between them, as near to the graph's own as
/// can be. Where it comes to a standstill, the first node that waits for nothing but what others have is served:
/// these are put aside.
final class HandoverOrder {
    private final Handovers handovers;
    private final Graph wanted;
    private final int[] references;
    private final int[] updates;
    private final List<List<Integer>> takers = new ArrayList<>();
    private final PriorityQueue<Integer> free = new PriorityQueue<>();
    private final boolean[] placed;

    HandoverOrder(Handovers handovers, Graph wanted) {
        this.handovers = handovers;
        this.wanted = wanted;
        this.references = new int[wanted.size()];
        this.updates = new int[wanted.size()];
        this.placed = new boolean[wanted.size()];
        for (int number = 0; number < wanted.size(); number++) {
            takers.add(new ArrayList<>());
        }
        for (int number = 0; number < wanted.size(); number++) {
            references[number] = wanted.dependsOn(number).length;
            for (var handover : handovers.of(number)) {
                if (handovers.isByUpdate(handover)) {
                    updates[number]++;
                    takers.get(handovers.holderNow(handover)).add(number);
                }
            }
        }
    }

    int[] numbers() {
        var order = new int[wanted.size()];
        int count = 0;
        for (int number = 0; number < wanted.size(); number++) {
            offer(number);
        }
        var parking = handovers.parking();
        while (count < order.length) {
            var next = free.poll();
            if (next == null) {
                release(parking);
                continue;
            }
            placed[next] = true;
            order[count++] = next;
            for (int dependent : wanted.dependents(next)) {
                references[dependent]--;
                offer(dependent);
            }
            for (int taker : takers.get(next)) {
                if (updates[taker] > 0) {
                    updates[taker]--;
                    offer(taker);
                }
            }
        }
        return order;
    }

    private void offer(int number) {
        if (references[number] == 0 && updates[number] == 0 && !placed[number]) {
            free.add(number);
        }
    }

    private void release(Parking parking) {
        for (int number = 0; number < placed.length; number++) {
            if (!placed[number] && references[number] == 0) {
                for (var handover : handovers.of(number)) {
                    boolean waits = handovers.isByUpdate(handover) && !placed[handovers.holderNow(handover)];
                    if (waits) {
                        handovers.park(handover, parking);
                    }
                }
                updates[number] = 0;
                offer(number);
                return;
            }
        }
        throw new IllegalStateException(
                "What is wanted refers in a circle: " + Arrays.toString(references) + ". This is a bug in Freehold.");
    }
}
