package dev.freehold.app.shell.screen;

/// Whether colours are shown: always, never, or where a terminal is.
public enum ColorMode {
    AUTO,
    ALWAYS,
    NEVER
}
