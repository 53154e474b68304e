package dev.freehold.lab.oracle.monitoring;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.world.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How busy an instance is. The same minute of the same instance always has the same value.
enum InstanceLoad {
    /// Far below what Oracle takes for use.
    IDLE(Map.of("CpuUtilization", 3.0, "MemoryUtilization", 8.0, "bytes", 2e5)),
    BUSY(Map.of("CpuUtilization", 45.0, "MemoryUtilization", 60.0, "bytes", 4e7)),
    /// No agent in the guest tells anything: only what the network sees is there.
    SILENT(Map.of("bytes", 4e7));

    static final String TAG = "lab-load";
    private static final int SAMPLES = 30; // of one interval: enough for a percentile to be one

    /// The middle of each metric; of bytes, in a minute.
    private final Map<String, Double> middles;

    InstanceLoad(Map<String, Double> middles) {
        this.middles = middles;
    }

    /// An instance that says nothing is at work.
    static InstanceLoad of(Resource instance) {
        var word = Json.text(instance.get("freeformTags"), TAG, "busy").toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(load -> load.name().equals(word))
                .findFirst()
                .orElse(BUSY);
    }

    /// The statistic over one interval; nothing if there is no such metric.
    Optional<Double> value(String id, MetricQuery query, Instant start) {
        var middle = middles.get(query.metric().contains("Bytes") ? "bytes" : query.metric());
        if (middle == null) {
            return Optional.empty();
        }
        var minutes = Math.max(1, query.interval().toMinutes());
        var samples = new double[(int) Math.min(SAMPLES, minutes)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = middle
                    * (0.75
                            + 0.5
                                    * share(
                                            id + query.metric(),
                                            start.plus(Duration.ofMinutes(i * minutes / samples.length))));
        }
        Arrays.sort(samples);
        double mean = Arrays.stream(samples).average().orElse(middle);
        return Optional.of(
                switch (query.statistic()) {
                    case "max" -> samples[samples.length - 1];
                    case "min" -> samples[0];
                    case "sum" -> mean * minutes;
                    case "count" -> (double) minutes;
                    case "rate" -> mean / 60;
                    case "percentile" -> samples[(int) Math.ceil(query.percentile() * samples.length) - 1];
                    default -> mean;
                });
    }

    /// From 0 to 1, the same for the same minute.
    private static double share(String what, Instant minute) {
        long mixed = (what.hashCode() * 31L + minute.getEpochSecond() / 60) * 0x9E3779B97F4A7C15L;
        return ((mixed ^ (mixed >>> 29)) >>> 11) * 0x1.0p-53;
    }
}
