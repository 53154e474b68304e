package dev.freehold.ports.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Silent;
import dev.freehold.ports.host.HostShell.Answer;
import dev.freehold.ports.host.HostShell.Command;
import dev.freehold.ports.host.HostShell.Ended;
import dev.freehold.ports.host.HostShell.Machine;
import dev.freehold.ports.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What every shell does. The machines understand `true`, `false`, `echo`, `cat` and `sleep`, and let the shell's
/// key in where it isn't said otherwise.
public interface HostShellContract {
    HostShell shell();

    Timeline timeline();

    /// Reached by its own address.
    Machine machine();

    /// Another, with a host key of its own, which [#machine] lets us through to.
    Machine behind();

    /// [#machine], asked for somebody whom it does not know.
    Machine stranger();

    /// An address at which nobody listens.
    Machine nobody();

    private Instant in(Duration time) {
        return timeline().now().plus(time);
    }

    private Answer run(Machine machine, Command command) throws InterruptedException {
        return shell().run(machine, command, in(Duration.ofSeconds(60)));
    }

    @Test
    default void a_command_that_works_ends_with_zero() throws InterruptedException {
        assertThat(run(machine(), Command.of("true"))).isEqualTo(new Ended(0, "", ""));
    }

    @Test
    default void a_command_that_fails_has_ended_too() throws InterruptedException {
        assertThat(run(machine(), Command.of("false"))).isEqualTo(new Ended(1, "", ""));
    }

    @Test
    default void a_command_that_is_not_there_says_so() throws InterruptedException {
        var ended = (Ended) run(machine(), Command.of("no-such-command"));
        assertThat(ended.status()).isEqualTo(127);
        assertThat(ended.errors()).contains("no-such-command");
    }

    @Test
    default void words_arrive_as_they_are() throws InterruptedException {
        // given
        var words = new String[] {"echo", "two  spaces", "it's", "$HOME", "a;b", "*", "", "\"", "über"};
        // when
        var ended = (Ended) run(machine(), Command.of(words));
        // then
        assertThat(ended.output()).isEqualTo("two  spaces it's $HOME a;b *  \" über\n");
    }

    @Test
    default void a_command_reads_its_input_to_the_end() throws InterruptedException {
        var ended = (Ended) run(machine(), Command.of("cat").reading("one\ntwo"));
        assertThat(ended.output()).isEqualTo("one\ntwo");
    }

    @Test
    default void only_so_much_of_the_output_is_kept() throws InterruptedException {
        var ended = (Ended) run(machine(), Command.of("cat").reading("x".repeat(3 * HostShell.KEPT_OUTPUT)));
        assertThat(ended).isEqualTo(new Ended(0, "x".repeat(HostShell.KEPT_OUTPUT), ""));
    }

    @Test
    default void a_machine_is_reached_through_its_bastion() throws InterruptedException {
        // given
        var through = behind().through(machine());
        // when
        var answer = run(through, Command.of("echo", "here"));
        // then
        assertThat(answer).isEqualTo(new Ended(0, "here\n", ""));
    }

    @Test
    default void a_machine_that_does_not_know_us_does_not_let_us_in() throws InterruptedException {
        var refused = (HostShell.LockedOut) run(stranger(), Command.of("true"));
        assertThat(refused.code()).isEqualTo("NotLetIn");
        assertThat(refused.words()).contains(stranger().name(), stranger().user());
    }

    @Test
    default void where_nobody_listens_nothing_was_run() {
        assertThatThrownBy(() -> run(nobody(), Command.of("true")))
                .isInstanceOf(Busy.class)
                .hasMessageContaining(nobody().name());
    }

    @Test
    default void where_nobody_listens_behind_the_bastion_nothing_was_run() {
        assertThatThrownBy(() -> run(nobody().through(machine()), Command.of("true")))
                .isInstanceOf(Busy.class)
                .hasMessageContaining(machine().name());
    }

    @Test
    default void another_machine_in_the_place_of_a_known_one_is_not_talked_to() throws InterruptedException {
        // given
        run(machine(), Command.of("true"));
        var other = behind();
        var impostor = new Machine(
                        machine().identity(), machine().name(), other.user(), other.address(), other.port(), null)
                .through(new Machine(
                        "bastion",
                        "bastion",
                        machine().user(),
                        machine().address(),
                        machine().port(),
                        null));
        // when
        var refused = (HostShell.LockedOut) run(impostor, Command.of("cat").reading("secret"));
        // then
        assertThat(refused.code()).isEqualTo("HostKeyChanged");
        assertThat(refused.words())
                .containsPattern("SHA256:[A-Za-z0-9+/]{43}.*SHA256:[A-Za-z0-9+/]{43}")
                .doesNotContain("secret");
    }

    @Test
    default void a_command_that_does_not_end_in_time_may_be_running_still() {
        var command = Command.of("sleep", "50").reading("secret");
        assertThatThrownBy(() -> shell().run(machine(), command, in(Duration.ofSeconds(3))))
                .isInstanceOf(Silent.class)
                .hasMessageContainingAll(machine().name(), "sleep 50")
                .hasMessageNotContaining("secret");
    }
}
