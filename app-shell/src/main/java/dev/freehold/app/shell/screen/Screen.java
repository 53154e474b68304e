package dev.freehold.app.shell.screen;

import java.io.PrintWriter;

/// Where a command shows what it does, and hears answers.
///
/// @param out standard output: what was asked for, nothing else
/// @param err standard error: messages for people
/// @param answers what a person types when asked; asked only where input is a terminal
/// @param tty which of the three are a terminal
/// @param width how many columns lines may have
public record Screen(PrintWriter out, PrintWriter err, Answers answers, Tty tty, int width) {
    public static final int USUAL_WIDTH = 80;

    /// Which streams are a terminal.
    public record Tty(boolean in, boolean out, boolean err) {
        public static final Tty NONE = new Tty(false, false, false);
        public static final Tty ALL = new Tty(true, true, true);
    }

    public Ink inkOfOut(ColorMode color) {
        return Ink.of(color, tty.out());
    }

    public Ink inkOfErr(ColorMode color) {
        return Ink.of(color, tty.err());
    }

    public void flush() {
        out.flush();
        err.flush();
    }
}
