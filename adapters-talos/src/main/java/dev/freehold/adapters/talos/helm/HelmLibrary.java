package dev.freehold.adapters.talos.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.jni.NativeLibrary;
import com.sun.jna.Library;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Silent;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.fetch.ChartRenderer;
import dev.freehold.ports.program.Programs;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;

/// [ChartRenderer] on Helm 3's own code, in a Java process that lives for one chart. That process sees no
/// cluster: a chart that looks something up fails instead of finding it.
public final class HelmLibrary implements ChartRenderer {
    private static final Duration MOST = Duration.ofMinutes(2);

    /// The addresses that the process may take, in MiB. Two thirds are reserved by Java and Go and never used;
    /// of what is left Cilium's chart, the largest that Freehold renders, takes an eighth.
    private static final long MOST_MIB = 3072;

    private static final long GO_MIB = 512;

    @Override
    public Answer render(Chart chart, Context context) throws InterruptedException {
        var library = library();
        if (library.isEmpty()) {
            return new NotRendered("Helm's library has no build for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch") + ". Run Freehold on a computer with Linux on amd64, or macOS.");
        }
        try {
            try (var folder = HelmFolder.open()) {
                return render(chart, library.get(), folder.path(), context);
            }
        } catch (IOException failure) {
            throw new Unforeseen("Helm could not be started: " + failure.getMessage());
        }
    }

    /// What the operating system of this computer has of Helm.
    private static Optional<? extends Class<?>> library() {
        return ServiceLoader.load(NativeLibrary.class).stream()
                .map(ServiceLoader.Provider::type)
                .findFirst();
    }

    private static Answer render(Chart chart, Class<?> library, Path folder, Context context)
            throws IOException, InterruptedException {
        var values = Files.writeString(folder.resolve("values.yaml"), chart.values());
        var builder = Programs.of(
                Map.of(
                        "HOME",
                        folder.toString(),
                        "KUBECONFIG",
                        "/dev/null",
                        // Go collects garbage before it takes more, up to what the shell allows.
                        "GOMEMLIMIT",
                        GO_MIB + "MiB",
                        // Else each thread reserves 128 MiB of addresses.
                        "MALLOC_ARENA_MAX",
                        "2"),
                command(chart, library, values, folder));
        var log = folder.resolve("log");
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        end(builder.start(), context);
        var manifests = folder.resolve(RenderChart.MANIFESTS);
        if (Files.exists(manifests)) {
            return new Rendered(Files.readString(manifests));
        }
        var fault = folder.resolve(RenderChart.FAULT);
        if (Files.exists(fault)) {
            return new NotRendered(chart.file().getFileName() + " can't be rendered: "
                    + Files.readString(fault).strip());
        }
        return unanswered(chart, Files.readString(log).strip());
    }

    private static Answer unanswered(Chart chart, String log) {
        if (log.contains("out of memory") || log.contains("cannot allocate memory")) {
            return new NotRendered(chart.file().getFileName() + " can't be rendered: it takes more memory than the "
                    + (MOST_MIB >> 10) + " GiB that Helm may have.");
        }
        // What follows the first line is for whoever mends Helm.
        throw new Unforeseen(
                "Helm ended without an answer: " + log.lines().findFirst().orElse("it said nothing"));
    }

    /// Through a shell, which sets a bound to what the process may take of memory: it is the system's and holds
    /// for Go's part as well. Where there is no such bound (macOS), Go keeps to its own.
    private static List<String> command(Chart chart, Class<?> library, Path values, Path folder) {
        return List.of(
                "/bin/sh",
                "-c",
                "ulimit -v " + MOST_MIB * 1024 + " 2>/dev/null; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // What Java reserves without need counts against the bound.
                "-Xmx128m",
                "-XX:CompressedClassSpaceSize=32m",
                "-XX:-CreateCoredumpOnCrash",
                "--enable-native-access=ALL-UNNAMED",
                // Without a library of its own it would fetch one; there is one, and nothing is fetched in secret.
                "-Dcom.marcnuri.jkube-helm.skipRemoteJar=true",
                // Its 90 MB are unpacked there at each start, and go with the folder.
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                classPath(library),
                RenderChart.class.getName(),
                chart.file().toString(),
                chart.release(),
                chart.namespace(),
                chart.kubernetes(),
                values.toString(),
                folder.toString());
    }

    private static void end(Process process, Context context) throws InterruptedException {
        var left = Duration.between(context.timeline().now(), context.deadline());
        var patience = left.compareTo(MOST) < 0 ? left : MOST;
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Silent("Helm did not render the chart within " + patience.toSeconds() + " s.");
            }
        } finally {
            process.destroyForcibly();
        }
    }

    /// Only what that process needs: its main class, Helm, and what Helm stands on.
    private static String classPath(Class<?> library) {
        var places = new LinkedHashSet<String>();
        for (var type : List.of(RenderChart.class, Helm.class, NativeLibrary.class, Library.class, library)) {
            places.add(place(type));
        }
        return String.join(File.pathSeparator, places);
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(type + " was loaded from no file", impossible);
        }
    }
}
