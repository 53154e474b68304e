package dev.freehold.lab.oracle.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledStoreTest {
    @TempDir
    private Path folder;

    @Test
    void whatever_moment_it_dies_an_object_is_there_whole_or_not_at_all() throws Exception {
        for (int kill = 1; kill <= 3; kill++) {
            // given
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            StoresForEver.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            // when
            var said = 0;
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (int line = 0; line < 15 * kill; line++) {
                    said = Integer.parseInt(lines.readLine());
                }
                process.destroyForcibly().waitFor();
            }
            // then
            var bucket = StoresForEver.buckets(folder).bucket(StoresForEver.BUCKET);
            for (var object : bucket.list(Listing.Query.ALL).objects()) {
                try (var stream = bucket.read(object, 0, object.bytes()).orElseThrow()) {
                    assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                            .isEqualTo(StoresForEver.content(object.name()));
                }
            }
            for (int number = Math.max(0, said - StoresForEver.KEPT + 2); number <= said; number++) {
                assertThat(bucket.find(StoresForEver.name(number)))
                        .as("acknowledged " + number)
                        .isPresent();
            }
            assertThat(blobs())
                    .as("no bytes that nothing names")
                    .hasSameSizeAs(Stream.concat(
                                    bucket.list(Listing.Query.ALL).objects().stream()
                                            .flatMap(object -> object.pieces().stream()),
                                    // It may have died between a part and the commit.
                                    bucket.uploads().stream()
                                            .flatMap(upload -> upload.parts().stream())
                                            .map(part -> part.content().piece()))
                            .toList());
        }
    }

    private List<Path> blobs() throws IOException {
        try (var files = Files.list(folder.resolve("media/blobs"))) {
            return files.toList();
        }
    }
}
