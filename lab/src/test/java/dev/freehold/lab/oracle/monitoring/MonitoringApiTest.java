package dev.freehold.lab.oracle.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.ManualClock;
import dev.freehold.lab.OpenLab;
import dev.freehold.lab.json.Json;
import dev.freehold.lab.world.Resource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitoringApiTest {
    @TempDir
    private Path folder;

    @Test
    void a_busy_instance_is_above_what_oracle_reclaims_and_an_idle_one_below() {
        for (var metric : List.of("CpuUtilization", "MemoryUtilization")) {
            assertThat(p95(instance("busy"), metric)).as(metric).isGreaterThan(20);
            assertThat(p95(instance("idle"), metric)).as(metric).isLessThan(20);
        }
        assertThat(InstanceLoad.of(instance("silent"))
                        .value("i", query("CpuUtilization[1h].mean()"), ManualClock.START))
                .isEmpty();
    }

    @Test
    void statistics_of_one_interval_agree() {
        var load = InstanceLoad.of(instance("busy"));
        var values = Map.of("min", 0.0, "max", 0.0, "mean", 0.0, "percentile", 0.0).keySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        name -> name,
                        name -> load.value(
                                        "i",
                                        query("CpuUtilization[1h]." + name
                                                + (name.equals("percentile") ? "(0.95)" : "()")),
                                        ManualClock.START)
                                .orElseThrow()));
        assertThat(values.get("min")).isLessThan(values.get("mean"));
        assertThat(values.get("mean")).isLessThan(values.get("percentile"));
        assertThat(values.get("percentile")).isLessThanOrEqualTo(values.get("max"));
    }

    @Test
    void a_query_is_read_with_its_dimensions() {
        assertThat(query("CpuUtilization[5m]{resourceId = \"ocid1.x\", shape=\"A\"}.groupBy(shape).percentile(0.9)"))
                .isEqualTo(new MetricQuery(
                        "CpuUtilization",
                        Duration.ofMinutes(5),
                        Map.of("resourceId", "ocid1.x", "shape", "A"),
                        "percentile",
                        0.9));
    }

    @Test
    void what_is_no_query_is_refused_and_where_nothing_runs_nothing_is_measured() {
        try (var open = OpenLab.in(folder)) {
            for (var wrong :
                    List.of("CpuUtilization.mean()", "CpuUtilization[1h]", "Cpu[9d].mean()", "Cpu[1h].median()")) {
                assertThat(asked(open, wrong)).startsWith("400 ");
            }
            assertThat(asked(open, "CpuUtilization[1h].percentile(0.95)")).isEqualTo("200 []");
        }
    }

    private static String asked(OpenLab open, String query) {
        var got = open.client()
                .post(
                        "/20180401/metrics/actions/summarizeMetricsData?compartmentId=" + open.root(),
                        Json.object()
                                .put("namespace", "oci_computeagent")
                                .put("query", query)
                                .toString());
        return got.status() + " " + got.text();
    }

    private static double p95(Resource instance, String metric) {
        return InstanceLoad.of(instance)
                .value("i", query(metric + "[1h].percentile(0.95)"), ManualClock.START)
                .orElseThrow();
    }

    private static MetricQuery query(String text) {
        return MetricQuery.parse(text);
    }

    private static Resource instance(String load) {
        var attributes = Json.object();
        attributes.putObject("freeformTags").put(InstanceLoad.TAG, load);
        return new Resource("i", "instance", 1, "c", "RUNNING", ManualClock.START, 1, attributes, List.of());
    }
}
