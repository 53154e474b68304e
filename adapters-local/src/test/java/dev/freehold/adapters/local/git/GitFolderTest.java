package dev.freehold.adapters.local.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.local.git.BranchUpdateAnswer.BehindLinks;
import dev.freehold.adapters.local.git.BranchUpdateAnswer.InConflict;
import dev.freehold.adapters.local.git.BranchUpdateAnswer.Uncommitted;
import dev.freehold.adapters.local.git.BranchUpdateAnswer.UpToDate;
import dev.freehold.adapters.local.home.RecordingDisk;
import dev.freehold.ports.file.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Constants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitFolderTest {
    private static final Instant AT = Instant.parse("2026-11-26T01:00:00Z");
    private static final String LINES = String.join(
            "",
            IntStream.rangeClosed(1, 9)
                    .mapToObj(line -> "line" + line + ": a\n")
                    .toList());

    @TempDir
    private Path above;

    private GitFolder git = new GitFolder(Path.of("unset"), Disk.UNFORCED);

    @BeforeEach
    void with_what_was_generated_once() throws IOException {
        git = new GitFolder(above.resolve("flux"), Disk.UNFORCED);
        git.begin("main");
        bring(Map.of("a.yaml", LINES, "deep/b.yaml", "b: 1\n"));
    }

    private BranchUpdateAnswer bring(Map<String, String> files) throws IOException {
        return git.bring(new GeneratedPart("layout", files), "Generate\n", AT);
    }

    private void edit(String path, String text) throws Exception {
        Files.writeString(git.folder().resolve(path), text);
        try (var repository = git.open();
                var porcelain = new Git(repository)) {
            porcelain.add().addFilepattern(path).call();
            porcelain
                    .commit()
                    .setSign(false)
                    .setMessage("Edit")
                    .setAuthor("Somebody", "somebody@example.org")
                    .setCommitter("Somebody", "somebody@example.org")
                    .call();
        }
    }

    private int commits() throws Exception {
        try (var repository = git.open();
                var porcelain = new Git(repository)) {
            return (int)
                    java.util.stream.StreamSupport.stream(porcelain.log().call().spliterator(), false)
                            .count();
        }
    }

    private boolean isClean() throws Exception {
        try (var repository = git.open();
                var porcelain = new Git(repository)) {
            return porcelain.status().call().isClean();
        }
    }

    @Test
    void what_is_generated_is_on_the_branch_and_in_the_work_tree() throws Exception {
        assertThat(git.branch()).contains("main");
        assertThat(git.text("deep/b.yaml")).contains("b: 1\n");
        assertThat(git.folder().resolve("a.yaml")).hasContent(LINES);
        assertThat(isClean()).isTrue();
    }

    @Test
    void generated_again_nothing_changes_and_nothing_is_committed() throws Exception {
        // when
        var answer = bring(Map.of("a.yaml", LINES, "deep/b.yaml", "b: 1\n"));
        // then
        assertThat(answer).isEqualTo(new UpToDate(List.of()));
        assertThat(commits()).isEqualTo(1);
    }

    @Test
    void only_what_changed_is_changed() throws Exception {
        // when
        var answer = bring(Map.of("a.yaml", LINES, "deep/b.yaml", "b: 2\n", "c.yaml", "c: 1\n"));
        // then
        assertThat(answer).isEqualTo(new UpToDate(List.of("c.yaml", "deep/b.yaml")));
        assertThat(git.text("a.yaml")).contains(LINES);
        assertThat(isClean()).isTrue();
    }

    @Test
    void what_is_not_generated_any_more_goes() throws Exception {
        // when
        var answer = bring(Map.of("a.yaml", LINES));
        // then
        assertThat(answer).isEqualTo(new UpToDate(List.of("deep/b.yaml")));
        assertThat(git.folder().resolve("deep/b.yaml")).doesNotExist();
        assertThat(isClean()).isTrue();
    }

    @Test
    void edits_elsewhere_in_a_file_are_kept_beside_ours() throws Exception {
        // given
        edit("a.yaml", LINES.replace("line9: a", "line9: mine"));
        // when
        var answer = bring(Map.of("a.yaml", LINES.replace("line1: a", "line1: ours"), "deep/b.yaml", "b: 1\n"));
        // then
        assertThat(answer).isEqualTo(new UpToDate(List.of("a.yaml")));
        assertThat(git.text("a.yaml").orElseThrow()).contains("line9: mine", "line1: ours");
        assertThat(isClean()).isTrue();
    }

    @Test
    void files_of_theirs_and_files_they_removed_stay_as_they_are() throws Exception {
        // given
        edit("theirs.yaml", "mine: 1\n");
        Files.delete(git.folder().resolve("deep/b.yaml"));
        try (var repository = git.open();
                var porcelain = new Git(repository)) {
            porcelain.rm().addFilepattern("deep/b.yaml").call();
            porcelain
                    .commit()
                    .setSign(false)
                    .setMessage("Remove")
                    .setAuthor("a", "b")
                    .setCommitter("a", "b")
                    .call();
        }
        // when
        bring(Map.of("a.yaml", LINES, "deep/b.yaml", "b: 2\n"));
        // then
        assertThat(git.text("theirs.yaml")).contains("mine: 1\n");
        assertThat(git.text("deep/b.yaml")).isEmpty();
    }

    @Test
    void the_same_lines_changed_by_both_are_named_and_nothing_is_touched() throws Exception {
        // given
        var theirs = LINES.replace("line5: a", "line5: mine");
        edit("a.yaml", theirs);
        var commits = commits();
        var ours = Map.of("a.yaml", LINES.replace("line5: a", "line5: ours"), "deep/b.yaml", "b: 2\n");
        // when
        var answer = bring(ours);
        // then
        assertThat(answer).isInstanceOfSatisfying(InConflict.class, conflict -> {
            assertThat(conflict.conflicts()).hasSize(1);
            assertThat(conflict.conflicts().getFirst().path()).isEqualTo("a.yaml");
            assertThat(conflict.conflicts().getFirst().line()).isEqualTo(5);
            assertThat(conflict.conflicts().getFirst().proposed()).contains("line5: mine", "line5: ours");
        });
        assertThat(git.text("a.yaml")).contains(theirs);
        assertThat(git.text("deep/b.yaml")).contains("b: 1\n");
        assertThat(commits()).isEqualTo(commits);
        // and: a file that is marked as theirs is left alone from then on
        edit("a.yaml", theirs + ThreeWayMerge.KEEP + "\n");
        assertThat(bring(ours)).isEqualTo(new UpToDate(List.of("deep/b.yaml")));
        assertThat(git.text("a.yaml")).contains(theirs + ThreeWayMerge.KEEP + "\n");
    }

    @Test
    void a_link_that_was_committed_leads_nothing_out_of_the_work_tree() throws Exception {
        // given
        var outside = Files.createDirectories(above.resolve("outside"));
        Files.writeString(outside.resolve("b.yaml"), "b: 1\n");
        var secret = Files.writeString(above.resolve("secret"), "a: 1\n");
        Files.delete(git.folder().resolve("deep/b.yaml"));
        Files.delete(git.folder().resolve("deep"));
        Files.createSymbolicLink(git.folder().resolve("deep"), outside);
        // when
        var refused = bring(Map.of("a.yaml", LINES, "deep/b.yaml", "b: 2\n"));
        Files.delete(git.folder().resolve("a.yaml"));
        Files.createSymbolicLink(git.folder().resolve("a.yaml"), secret);
        var itself = bring(Map.of("a.yaml", "a: 2\n", "deep/b.yaml", "b: 1\n"));
        // then
        assertThat(refused).isEqualTo(new BehindLinks(List.of("deep/b.yaml")));
        assertThat(itself).isEqualTo(new BehindLinks(List.of("a.yaml")));
        assertThat(outside.resolve("b.yaml")).hasContent("b: 1");
        assertThat(secret).hasContent("a: 1");
    }

    @Test
    void edits_that_are_not_committed_are_named_and_neither_lost_nor_committed() throws Exception {
        // given
        Files.writeString(git.folder().resolve("deep/b.yaml"), "password: plain\n");
        Files.writeString(git.folder().resolve("untracked.yaml"), "password: plain\n");
        // when
        var refused = bring(Map.of("a.yaml", LINES, "deep/b.yaml", "b: 2\n"));
        var elsewhere = bring(Map.of("a.yaml", "a: 1\n", "deep/b.yaml", "b: 1\n"));
        // then
        assertThat(refused).isEqualTo(new Uncommitted(List.of("deep/b.yaml")));
        assertThat(elsewhere).isEqualTo(new UpToDate(List.of("a.yaml")));
        assertThat(git.folder().resolve("deep/b.yaml")).hasContent("password: plain");
        assertThat(git.text("deep/b.yaml")).contains("b: 1\n");
        assertThat(git.text("untracked.yaml")).isEmpty();
    }

    @Test
    void cut_short_after_the_work_tree_it_goes_on() throws Exception {
        // given
        Files.writeString(git.folder().resolve("deep/b.yaml"), "b: 2\n");
        // when
        var answer = bring(Map.of("a.yaml", LINES, "deep/b.yaml", "b: 2\n"));
        // then
        assertThat(answer).isEqualTo(new UpToDate(List.of("deep/b.yaml")));
        assertThat(isClean()).isTrue();
    }

    @Test
    void cut_short_before_it_remembered_it_takes_its_own_commit_for_its_own() throws Exception {
        // given
        var second = Map.of("a.yaml", LINES.replace("line5: a", "line5: ours"), "deep/b.yaml", "b: 1\n");
        String memory = "refs/freehold/generated/layout";
        try (var repository = git.open()) {
            var old = repository.exactRef(memory).getObjectId();
            bring(second);
            var update = repository.updateRef(memory);
            update.setNewObjectId(old);
            update.setForceUpdate(true);
            update.update();
        }
        // when
        var again = bring(second);
        var third = bring(Map.of("a.yaml", LINES.replace("line5: a", "line5: newer"), "deep/b.yaml", "b: 1\n"));
        // then
        assertThat(again).isEqualTo(new UpToDate(List.of()));
        assertThat(third).isEqualTo(new UpToDate(List.of("a.yaml")));
    }

    @Test
    void what_was_half_made_under_another_name_is_no_repository() throws Exception {
        // given
        var other = new GitFolder(above.resolve("other"), Disk.UNFORCED);
        Files.createDirectories(above.resolve("other.new/.git/refs"));
        Files.writeString(above.resolve("other.new/.git/config"), "[core]\n");
        // when
        assertThat(other.exists()).isFalse();
        other.begin("main");
        // then
        assertThat(other.exists()).isTrue();
        assertThat(above.resolve("other.new")).doesNotExist();
    }

    @Test
    void the_remote_and_another_branch_are_noted_without_a_commit() throws Exception {
        // when
        git.setRemote("https://git.example/you/flux.git", "live");
        git.follow("live");
        // then
        assertThat(git.url()).contains("https://git.example/you/flux.git");
        assertThat(git.branch()).contains("live");
        assertThat(git.text("a.yaml")).contains(LINES);
        try (var repository = git.open()) {
            assertThat(repository.exactRef(Constants.R_HEADS + "main")).isNotNull();
        }
    }

    @Test
    void removed_it_is_gone_and_can_be_made_anew() throws Exception {
        // when
        git.remove();
        // then
        assertThat(git.exists()).isFalse();
        assertThat(above.toFile().list()).isEmpty();
        git.begin("main");
        assertThat(git.generated("layout")).isEqualTo(Optional.empty());
    }

    @Test
    void what_it_commits_is_forced_where_its_disk_is() throws IOException {
        // given
        var disk = new RecordingDisk();
        var forced = new GitFolder(above.resolve("forced"), disk);
        // when
        forced.begin("main");
        // then
        assertThat(disk.folders()).containsOnly(above);
        assertThat(isForced(forced)).containsOnly(true);
        assertThat(isForced(git)).containsOnly(false);
    }

    private static List<Boolean> isForced(GitFolder git) throws IOException {
        try (var repository = git.open()) {
            var config = repository.getConfig();
            return Stream.of("fsyncobjectfiles", "fsyncreffiles")
                    .map(what -> config.getBoolean("core", what, false))
                    .toList();
        }
    }
}
