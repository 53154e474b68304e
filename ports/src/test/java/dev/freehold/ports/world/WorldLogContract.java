package dev.freehold.ports.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.KeyPlace;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.output.SetupOutputs;
import dev.freehold.domain.resource.SetupResource.AgeIdentity;
import dev.freehold.domain.resource.SetupResource.SshKeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every log of the simulated world does.
public interface WorldLogContract {
    Instant AT = Instant.parse("2026-01-01T00:00:01Z");
    WorldChange MADE = new WorldChange(
            AT,
            WorldChange.What.MADE,
            new SshKeyPair("freehold", "freehold@home"),
            new SetupOutputs.SshKey(new KeyPlace("/home/a b/key"), "ssh-ed25519 AAAA"),
            Optional.of(new Token("t-1")));
    WorldChange CHANGED = new WorldChange(
            AT.plusMillis(1500),
            WorldChange.What.CHANGED,
            new SshKeyPair("freehold", "freehold@house"),
            Outputs.NONE,
            Optional.empty());
    WorldChange REMOVED = new WorldChange(
            AT.plusSeconds(60), WorldChange.What.REMOVED, new AgeIdentity("freehold"), Outputs.NONE, Optional.empty());

    /// A log without changes; the same one throughout a case.
    WorldLog log();

    /// The same log, as a later process opens it.
    WorldLog reopened();

    @Test
    default void a_new_log_is_empty() {
        assertThat(log().entries()).isEmpty();
    }

    @Test
    default void changes_are_read_as_they_were_written_and_in_order() {
        // when
        log().append(MADE);
        log().append(CHANGED);
        log().append(REMOVED);
        // then
        assertThat(log().entries()).isEqualTo(List.of(MADE, CHANGED, REMOVED));
    }

    @Test
    default void a_later_process_reads_them_and_goes_on() {
        // given
        log().append(MADE);
        // when
        reopened().append(CHANGED);
        // then
        assertThat(reopened().entries()).isEqualTo(List.of(MADE, CHANGED));
    }
}
