package dev.freehold.domain.schedule;

import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.plan.Plan;
import dev.freehold.domain.resource.ResourceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// When each piece of work starts and ends if it starts as soon as it can and nothing is bounded.
///
/// @param items in the order given
/// @param makespan from the first start to the last end
/// @param criticalPath one longest chain, from its first to its last: what delays one of these delays all
/// @param sequential the sum of all durations: one after another
public record Schedule(List<Item> items, Duration makespan, List<ResourceId> criticalPath, Duration sequential) {

    /// @param slack how much later it could end without delaying the whole; zero is critical
    public record Item(ResourceId id, Duration start, Duration end, Duration slack) {
        public boolean critical() {
            return slack.isZero();
        }
    }

    public Schedule {
        items = List.copyOf(items);
        criticalPath = List.copyOf(criticalPath);
    }

    /// How long what is critical takes, one after another.
    public Duration criticalLength() {
        return items.stream()
                .filter(item -> criticalPath.contains(item.id()))
                .map(item -> item.end().minus(item.start()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// The schedule of making everything in `blueprint`, and of what comes after all of it.
    ///
    /// @param last the ids of what waits for everything else, side by side
    /// @param lastTakes how long each of those takes
    public static Schedule of(Blueprint blueprint, TimingProfile timing, List<ResourceId> last, Duration lastTakes) {
        var graph = blueprint.graph();
        var activities = new ArrayList<Activity>(graph.size() + last.size());
        var ends = new ArrayList<Integer>(); // what nothing of the blueprint waits for
        for (int number = 0; number < graph.size(); number++) {
            activities.add(new Activity(
                    graph.id(number), timing.durationOf(graph.node(number)), boxed(graph.dependsOn(number))));
            if (graph.dependents(number).length == 0) {
                ends.add(number);
            }
        }
        last.forEach(id -> activities.add(new Activity(id, lastTakes, ends)));
        return of(activities);
    }

    /// The schedule of carrying out `plan`.
    public static Schedule of(Plan plan, TimingProfile timing) {
        var activities = new ArrayList<Activity>(plan.steps().size());
        for (var step : plan.steps()) {
            activities.add(new Activity(step.id(), timing.durationOf(step.operation(), step.node()), step.after()));
        }
        return of(activities);
    }

    private static List<Integer> boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    /// @throws IllegalArgumentException if an activity waits for one that is not before it in the list
    public static Schedule of(List<Activity> activities) {
        int size = activities.size();
        var starts = new long[size];
        var ends = new long[size];
        var follows = new int[size]; // the predecessor that ends last: what each really waits for
        long makespan = 0;
        long sequential = 0;
        int last = -1;
        for (int place = 0; place < size; place++) {
            var activity = activities.get(place);
            follows[place] = -1;
            for (int before : activity.after()) {
                if (before < 0 || before >= place) {
                    throw new IllegalArgumentException(activity.id() + " waits for what is not before it");
                }
                if (follows[place] < 0 || ends[before] > starts[place]) {
                    starts[place] = ends[before];
                    follows[place] = before;
                }
            }
            long duration = activity.duration().toNanos();
            ends[place] = starts[place] + duration;
            sequential += duration;
            if (last < 0 || ends[place] > makespan) {
                makespan = ends[place];
                last = place;
            }
        }
        var latest = latestEnds(activities, makespan);
        var items = new ArrayList<Item>(size);
        for (int place = 0; place < size; place++) {
            items.add(new Item(
                    activities.get(place).id(),
                    Duration.ofNanos(starts[place]),
                    Duration.ofNanos(ends[place]),
                    Duration.ofNanos(latest[place] - ends[place])));
        }
        var path = new ArrayList<ResourceId>();
        for (int place = last; place >= 0; place = follows[place]) {
            path.add(activities.get(place).id());
        }
        return new Schedule(items, Duration.ofNanos(makespan), path.reversed(), Duration.ofNanos(sequential));
    }

    private static long[] latestEnds(List<Activity> activities, long makespan) {
        var latest = new long[activities.size()];
        Arrays.fill(latest, makespan);
        for (int place = activities.size() - 1; place >= 0; place--) {
            long start = latest[place] - activities.get(place).duration().toNanos();
            for (int before : activities.get(place).after()) {
                latest[before] = Math.min(latest[before], start);
            }
        }
        return latest;
    }
}
