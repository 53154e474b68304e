package dev.freehold.app.shell.screen;

import dev.freehold.ports.person.Questions;
import java.util.Locale;

/// Asks the person at the terminal; where there is none, nobody answers.
///
/// @param brokenOff called when there is no answer, because of Ctrl-C or because the input ended
public record Approvals(Screen screen, Runnable brokenOff) implements Questions {
    @Override
    public Approval approve(String what) {
        if (!screen.tty().in()) {
            return Approval.NOBODY_THERE;
        }
        screen.flush();
        var answer = screen.answers().ask(what + " [y/N] ");
        if (answer == null) {
            brokenOff.run();
            return Approval.DENIED;
        }
        var word = answer.strip().toLowerCase(Locale.ROOT);
        return word.equals("y") || word.equals("yes") ? Approval.GIVEN : Approval.DENIED;
    }
}
