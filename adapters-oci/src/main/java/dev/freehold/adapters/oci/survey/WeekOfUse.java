package dev.freehold.adapters.oci.survey;

import com.oracle.bmc.core.model.Instance;
import com.oracle.bmc.monitoring.model.MetricData;
import com.oracle.bmc.monitoring.model.SummarizeMetricsDataDetails;
import com.oracle.bmc.monitoring.requests.SummarizeMetricsDataRequest;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.OciClients;
import dev.freehold.adapters.oci.wire.ParallelCalls;
import dev.freehold.domain.spec.NodeSpec.Shape;
import dev.freehold.ports.probe.CloudFacts.Week;
import dev.freehold.ports.time.Timeline;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// How much machines did in the last seven days, by the metrics that Oracle judges idleness by
/// (SummarizeMetricsData of the Monitoring API 20180401, namespace `oci_computeagent`). Where Oracle's agent is not
/// in the guest nothing is measured, and nothing is said.
final class WeekOfUse {
    private static final Duration WEEK = Duration.ofDays(7);

    /// Fewer hours than six days have say nothing of a week.
    private static final int ENOUGH_HOURS = 6 * 24;

    /// Bytes of an hour in a bandwidth of one Gbps.
    private static final double BYTES_OF_AN_HOUR = 1e9 / 8 * 3600;

    private final OciClients clients;
    private final Timeline timeline;

    WeekOfUse(OciClients clients, Timeline timeline) {
        this.clients = clients;
        this.timeline = timeline;
    }

    /// By the instances' OCIDs; one that was not measured long enough is absent.
    Map<String, Week> of(String compartment, List<Instance> instances) throws InterruptedException {
        var questions = List.of(
                "CpuUtilization[1h].percentile(0.95)",
                "MemoryUtilization[1h].percentile(0.95)",
                "NetworksBytesIn[1h].sum()",
                "NetworksBytesOut[1h].sum()");
        var answers = ParallelCalls.ask(questions.stream()
                .map(query -> (Callable<Map<String, Double>>) () -> percentiles(compartment, query))
                .toList());
        var weeks = new HashMap<String, Week>();
        for (var one : instances) {
            week(one, answers).ifPresent(week -> weeks.put(one.getId(), week));
        }
        return weeks;
    }

    private static Optional<Week> week(Instance one, List<Map<String, Double>> answers) {
        var cpu = answers.get(0).get(one.getId());
        var memory = answers.get(1).get(one.getId());
        var in = answers.get(2).get(one.getId());
        var out = answers.get(3).get(one.getId());
        if (cpu == null || in == null || out == null) {
            return Optional.empty();
        }
        boolean counts = Shape.A1_FLEX.oci().equals(one.getShape());
        var network = Math.max(in, out) / (BYTES_OF_AN_HOUR * gigabits(one)) * 100;
        return Optional.of(new Week(cpu, network, counts ? Optional.ofNullable(memory) : Optional.empty()));
    }

    /// 1 Gbps an OCPU on A1, 50 Mbps on a micro, by Oracle's pages; an instance says its own.
    private static double gigabits(Instance one) {
        var config = one.getShapeConfig();
        var own = config == null ? null : config.getNetworkingBandwidthInGbps();
        if (own != null && own > 0) {
            return own;
        }
        return Shape.A1_FLEX.oci().equals(one.getShape()) ? 1 : 0.05;
    }

    /// The 95th percentile of the week's hours, by instance.
    private Map<String, Double> percentiles(String compartment, String query) {
        var end = timeline.now().truncatedTo(ChronoUnit.HOURS);
        var details = SummarizeMetricsDataDetails.builder()
                .namespace("oci_computeagent")
                .query(query)
                .startTime(Date.from(end.minus(WEEK)))
                .endTime(Date.from(end))
                .resolution("1h")
                .build();
        List<MetricData> streams = OciCalls.required(
                "the items of SummarizeMetricsData",
                OciCalls.ask(
                        "SummarizeMetricsData",
                        () -> clients.monitoring()
                                .summarizeMetricsData(SummarizeMetricsDataRequest.builder()
                                        .compartmentId(compartment)
                                        .summarizeMetricsDataDetails(details)
                                        .build())
                                .getItems()));
        var found = new HashMap<String, Double>();
        for (var stream : streams) {
            var instance = stream.getDimensions() == null
                    ? null
                    : stream.getDimensions().get("resourceId");
            var value = percentile(stream);
            if (instance != null && value != null) {
                found.put(instance, value);
            }
        }
        return found;
    }

    private static @Nullable Double percentile(MetricData stream) {
        var points = stream.getAggregatedDatapoints();
        if (points == null) {
            return null;
        }
        var values = points.stream()
                .filter(point -> point.getValue() != null)
                .mapToDouble(point -> point.getValue())
                .sorted()
                .toArray();
        return values.length < ENOUGH_HOURS ? null : values[(int) Math.ceil(values.length * 0.95) - 1];
    }
}
