package dev.freehold.adapters.images;

import static dev.freehold.ports.driver.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.ports.driver.Calls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppedBuildTest {
    private static final String NEVER_DONE = """
        echo $$ >"$work/../../../pid"
        trap 'rm -rf "$work"; exit 143' TERM
        echo "step waiting"
        sleep 600 &
        wait
        """;

    @TempDir
    Path folder;

    private LocalImages building(String does) {
        var recipe = new StubRecipe(folder.resolve("recipe"), does);
        return new LocalImages(folder.resolve("shelf"), Map.of(), recipe::recipe);
    }

    @Test
    void a_build_that_is_interrupted_ends_its_builder_and_leaves_no_trace() throws Exception {
        // given
        var images = building(NEVER_DONE);
        var began = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        var timeline = new SystemTimeline();
        var worker = timeline.start("build", () -> {
            try {
                images.build(Orders.base(), Calls.TOKEN, Orders.context(Duration.ofMinutes(5), _ -> began.countDown()));
            } catch (InterruptedException stopped) {
                interrupted.set(true);
            }
        });
        assertThat(began.await(20, TimeUnit.SECONDS)).isTrue();
        long pid = pid();
        // when
        worker.interrupt();
        timeline.join();
        // then
        assertThat(interrupted).isTrue();
        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(folder.resolve("shelf/building")).isEmptyDirectory();
        assertThat(images.images()).isEmpty();
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readString(folder.resolve("shelf/pid")).strip());
    }

    @Test
    void a_builder_does_not_outlive_whoever_started_it() throws Exception {
        // given
        var recipe = new StubRecipe(folder.resolve("recipe"), "").recipe();
        var process =
                new ProcessBuilder("sh", recipe.attended().toString(), "sh", "-c", "sleep 600 & echo $!; wait").start();
        var child = process.inputReader().readLine();
        assertThat(ProcessHandle.of(Long.parseLong(child))).isPresent();
        // when
        process.getOutputStream().close(); // What the system does for a process that was killed.
        // then
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void what_a_killed_process_left_is_cleared_away_and_never_taken_for_an_image() throws Exception {
        // given
        var left = folder.resolve("shelf/building/4000000-base-amd64/out");
        Files.createDirectories(left);
        Files.writeString(left.resolve("disk.qcow2"), "half");
        var images = building(StubRecipe.IMAGE);
        assertThat(images.images()).isEmpty();
        // when
        Orders.built(images.build(Orders.base(), Calls.TOKEN, Orders.context()));
        // then
        assertThat(folder.resolve("shelf/building")).isEmptyDirectory();
        assertThat(images.images()).hasSize(1);
    }

    @Test
    void a_folder_without_its_record_is_no_image_and_the_next_build_replaces_it() throws Exception {
        // given
        var images = building(StubRecipe.IMAGE);
        var file = Path.of(text(Orders.built(images.build(Orders.base(), Calls.TOKEN, Orders.context())), "file")
                .orElseThrow());
        Files.delete(file.resolveSibling("image.json"));
        assertThat(images.find(Orders.base(), Orders.context())).isEmpty();
        // when
        Orders.built(images.build(Orders.base(), Calls.TOKEN, Orders.context()));
        // then
        assertThat(images.images()).hasSize(1);
    }
}
