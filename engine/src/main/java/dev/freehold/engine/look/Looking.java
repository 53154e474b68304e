package dev.freehold.engine.look;

/// What is looked at, instead of believing the states.
public enum Looking {
    NOWHERE,
    /// What this computer has of the setup phase.
    HERE,
    EVERYWHERE
}
