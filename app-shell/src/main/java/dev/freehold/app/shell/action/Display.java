package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.Globals;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Pasted;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.JsonPage;
import dev.freehold.app.shell.text.Page;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.app.shell.wiring.TargetSession;
import dev.freehold.app.shell.wiring.Targets;
import dev.freehold.domain.allowance.Allowances;

/// What a command has to say, in the form that was asked for.
public final class Display {
    private Display() {}

    @FunctionalInterface
    public interface Text {
        void write(Page page);
    }

    public static void show(Invocation invocation, Stage stage, JsonPage.Document json, Text text) {
        if (isJson(invocation)) {
            JsonPage.print(stage.screen(), json);
        } else {
            text.write(page(invocation, stage));
        }
    }

    /// The target that the options name; what it has to remark goes to standard error.
    public static TargetSession open(Invocation invocation, SpecSource source, Stage stage) {
        return Targets.open(invocation.globals(), source, notice -> note(invocation, stage, notice));
    }

    public static boolean isJson(Invocation invocation) {
        return invocation.globals().output() == Globals.Format.JSON;
    }

    public static Page page(Invocation invocation, Stage stage) {
        var screen = stage.screen();
        return new Page(
                screen.out(),
                screen.inkOfOut(invocation.globals().color()),
                screen.width(),
                Pasted.after(invocation.globals()));
    }

    /// What is to be known of the allowance, above all that it holds no more: a line each, on standard error.
    public static void remarks(SpecSource source, Stage stage) {
        for (var remark : Allowances.remarksOn(source.allowance())) {
            note(stage, remark);
        }
    }

    public static void note(Stage stage, String words) {
        stage.screen().err().println("note: " + words);
    }

    /// One that may name a command that helps.
    public static void note(Invocation invocation, Stage stage, String words) {
        note(stage, Pasted.after(invocation.globals()).sentence(words));
    }
}
