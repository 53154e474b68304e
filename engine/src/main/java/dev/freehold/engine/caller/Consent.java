package dev.freehold.engine.caller;

/// Whether whoever asks for a run wants to be asked before each layer.
public enum Consent {
    /// Nobody is asked; work of different layers may overlap.
    GIVEN_BEFOREHAND,
    ASKED_FOR_EACH_LAYER;

    /// @param beforehand whether it was given with the command
    public static Consent given(boolean beforehand) {
        return beforehand ? GIVEN_BEFOREHAND : ASKED_FOR_EACH_LAYER;
    }
}
