package dev.freehold.adapters.talos.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.marcnuri.helm.jni.NativeLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbandonedHelmTest {
    @TempDir
    private Path folder;

    @Test
    void helm_ends_with_whoever_started_it() throws Exception {
        assumeTrue(ServiceLoader.load(NativeLibrary.class).findFirst().isPresent(), "no library of Helm's");
        // given a chart that is never done
        var chart = PackedChart.write(
                folder.resolve("slow-1.0.0.tgz"),
                Map.of(
                        "slow/Chart.yaml",
                        "apiVersion: v2\nname: slow\nversion: 1.0.0\n",
                        "slow/templates/loop.yaml",
                        "{{- range until 100000 -}}{{- range until 100000 -}}{{- end -}}{{- end -}}\n"));
        var values = Files.writeString(folder.resolve("values.yaml"), "");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        RenderChart.class.getName(),
                        chart.toString(),
                        "slow",
                        "default",
                        "1.34.0",
                        values.toString(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(3, TimeUnit.SECONDS)).isFalse();
        // when
        process.getOutputStream().close(); // What the system does for a process that was killed.
        // then
        try {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }
}
