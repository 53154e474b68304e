package dev.freehold.adapters.talos.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.marcnuri.helm.jni.NativeLibrary;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.fetch.ChartRenderer;
import dev.freehold.ports.fetch.ChartRenderer.NotRendered;
import dev.freehold.ports.fetch.ChartRenderer.Rendered;
import dev.freehold.ports.time.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelmLibraryTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void where_helm_has_a_library_for_this_computer() {
        assumeTrue(ServiceLoader.load(NativeLibrary.class).findFirst().isPresent(), "no library of Helm's");
    }

    private static Context context() {
        var at = Instant.parse("2026-11-26T01:00:00Z");
        return new Context(
                Context.Known.NOTHING, new Standstill(at), Context.Progress.SILENT, at.plus(Duration.ofHours(1)));
    }

    /// Time that does not pass.
    private record Standstill(Instant now) implements Timeline {
        @Override
        public void sleep(Duration duration) {
            throw new AssertionError("nobody sleeps here");
        }

        @Override
        public Worker start(String name, Runnable work) {
            throw new AssertionError("nobody works here");
        }

        @Override
        public void join() {
            throw new AssertionError("nobody works here");
        }
    }

    private ChartRenderer.Answer rendered(String template, String values) throws IOException, InterruptedException {
        var chart = PackedChart.write(
                folder.resolve("small-1.0.0.tgz"),
                Map.of(
                        "small/Chart.yaml",
                        "apiVersion: v2\nname: small\nversion: 1.0.0\nkubeVersion: \">=1.30.0-0\"\n",
                        "small/values.yaml",
                        "host: nobody\n",
                        "small/templates/map.yaml",
                        template));
        return new HelmLibrary()
                .render(new ChartRenderer.Chart(chart, "cilium", "kube-system", values, "1.34.0"), context());
    }

    @Test
    void a_chart_is_rendered_with_values_release_namespace_and_kubernetes_version() throws Exception {
        // when
        var answer = rendered("""
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: {{ .Release.Name }}
              namespace: {{ .Release.Namespace }}
            data:
              host: {{ .Values.host | quote }}
              version: {{ .Capabilities.KubeVersion.Version | quote }}
            """, "host: 10.20.0.10\n");
        // then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Rendered.class,
                        rendered -> assertThat(rendered.manifests())
                                .contains(
                                        "name: cilium",
                                        "namespace: kube-system",
                                        "host: \"10.20.0.10\"",
                                        "version: \"v1.34.0\""));
    }

    @Test
    void what_the_chart_refuses_is_said_in_helms_words() throws Exception {
        assertThat(rendered("{{ fail \"host must be set\" }}\n", ""))
                .isInstanceOfSatisfying(
                        NotRendered.class,
                        refused -> assertThat(refused.words())
                                .contains("small-1.0.0.tgz can't be rendered", "host must be set"));
    }

    @Test
    void a_chart_that_takes_memory_without_end_is_stopped_by_a_bound() throws Exception {
        // Doubles a text 36 times: a tebibyte.
        var answer = rendered("""
            {{- $text := "0123456789abcdef" -}}
            {{- range until 36 -}}{{- $text = print $text $text -}}{{- end -}}
            a: {{ len $text }}
            """, "");
        assertThat(answer)
                .isInstanceOfSatisfying(
                        NotRendered.class,
                        refused -> assertThat(refused.words()).contains("small-1.0.0.tgz", "memory"));
    }

    @Test
    void no_cluster_is_looked_at() throws Exception {
        assertThat(rendered("{{ lookup \"v1\" \"Secret\" \"kube-system\" \"cilium-ca\" }}\n", ""))
                .isInstanceOf(NotRendered.class);
    }
}
