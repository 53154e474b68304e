package dev.freehold.ports.state;

import dev.freehold.ports.state.LayerStore.Holder;
import java.util.Optional;

/// The right to write what computers share, as a person sees it who finds it taken. It does not die with its
/// holder, as this computer's own does: it lapses some minutes later.
public interface SharedLock {

    /// Who has it; empty if nobody has, or who had it died and it has lapsed.
    Optional<Holder> holder();

    /// Takes it away from whoever has it: what that one records from now on stays on its own computer.
    ///
    /// @return who that was; empty if nobody had it
    Optional<Holder> breakOff();
}
