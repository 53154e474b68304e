package dev.freehold.app.shell.screen;

import dev.freehold.ports.Questions;
import java.util.Locale;

/// Asks the person at the terminal; where there is none, nobody answers.
public record Approvals(Screen screen) implements Questions {
    @Override
    public Approval approve(String what) {
        if (!screen.tty().in()) {
            return Approval.NOBODY_THERE;
        }
        screen.flush();
        var answer = screen.answers().ask(what + " [y/N] ");
        var word = answer == null ? "" : answer.strip().toLowerCase(Locale.ROOT);
        return word.equals("y") || word.equals("yes") ? Approval.GIVEN : Approval.DENIED;
    }
}
