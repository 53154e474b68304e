package dev.freehold.adapters.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.local.AnotherProcess;
import dev.freehold.adapters.local.home.Home;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.ports.file.Disk;
import dev.freehold.ports.state.LayerStore.Holder;
import dev.freehold.ports.state.LayerStore.LockAnswer.HeldBy;
import dev.freehold.ports.state.LayerStore.LockAnswer.Locked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteLockTest {
    private static final Holder US = new Holder(ProcessHandle.current().pid(), "destroy all", Instant.EPOCH);

    @TempDir
    private Path folder;

    private Path home;
    private TargetFolder target;

    @BeforeEach
    void choose_a_home_with_a_space() {
        home = folder.resolve("a home");
        target = new Home(home, Disk.UNFORCED).target("sim");
    }

    @Test
    void another_process_holds_the_lock_until_it_dies_and_is_named_meanwhile() throws Exception {
        try (var other = AnotherProcess.running(HoldsTheLock.class, home)) {
            // given
            assertThat(other.line()).isEqualTo("locked");
            // when
            var ours = new WriteLock(target).take(US);
            // then
            assertThat(ours)
                    .isEqualTo(new HeldBy(new Holder(other.id(), "deploy oci --yes", Instant.EPOCH.plusSeconds(7))));
            // and when
            other.kill();
            // then: what it told of itself is still there, and does not matter
            assertThat(target.path().resolve("lock-holder")).exists();
            var after = new WriteLock(target).take(US);
            assertThat(after).isInstanceOf(Locked.class);
            ((Locked) after).lease().close();
        }
    }

    @Test
    void a_second_attempt_within_the_process_does_not_give_the_lock_away() throws Exception {
        // given
        var lease = ((Locked) new WriteLock(target).take(US)).lease();
        // when
        assertThat(new WriteLock(target).take(US)).isEqualTo(new HeldBy(US));
        // then
        try (var other = AnotherProcess.running(HoldsTheLock.class, home)) {
            assertThat(other.line()).isEqualTo("held by " + US.process() + ": destroy all");
        }
        lease.close();
        try (var other = AnotherProcess.running(HoldsTheLock.class, home)) {
            assertThat(other.line()).isEqualTo("locked");
        }
    }

    @Test
    void the_same_folder_under_another_name_is_the_same_lock() throws Exception {
        // given
        var lease = ((Locked) new WriteLock(target).take(US)).lease();
        var link = Files.createSymbolicLink(folder.resolve("link"), home);
        // then
        assertThat(new WriteLock(new Home(link, Disk.UNFORCED).target("sim")).take(US))
                .isEqualTo(new HeldBy(US));
        lease.close();
    }

    @Test
    void other_targets_have_locks_of_their_own() throws Exception {
        // given
        var lease = ((Locked) new WriteLock(target).take(US)).lease();
        // then
        var lab = new WriteLock(new Home(home, Disk.UNFORCED).target("lab")).take(US);
        assertThat(lab).isInstanceOf(Locked.class);
        ((Locked) lab).lease().close();
        lease.close();
    }

    @Test
    void a_holder_that_has_not_told_its_name_yet_is_somebody_all_the_same() throws Exception {
        try (var other = AnotherProcess.running(HoldsTheLock.class, home)) {
            assertThat(other.line()).isEqualTo("locked");
            for (var told :
                    new String[] {"", "{\"process\":", "{\"process\":0,\"command\":\"\",\"since\":\"never\"}"}) {
                // given
                Files.writeString(target.path().resolve("lock-holder"), told);
                // when
                var answer = new WriteLock(target).take(US);
                // then
                assertThat(answer).isInstanceOf(HeldBy.class);
                assertThat(((HeldBy) answer).holder().process()).isZero();
            }
        }
    }

    @Test
    void a_lock_that_was_given_back_leaves_no_name_behind() throws Exception {
        // when
        ((Locked) new WriteLock(target).take(US)).lease().close();
        // then
        assertThat(target.path().resolve("lock-holder")).doesNotExist();
    }
}
