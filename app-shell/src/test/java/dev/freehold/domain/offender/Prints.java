package dev.freehold.domain.offender;

/// Breaks the rule that only the shell prints, on purpose.
public final class Prints {
    public void say() {
        System.out.println("said");
    }
}
