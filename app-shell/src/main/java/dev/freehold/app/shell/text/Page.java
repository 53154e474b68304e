package dev.freehold.app.shell.text;

import dev.freehold.app.shell.command.Pasted;
import dev.freehold.app.shell.screen.Ink;
import dev.freehold.app.shell.screen.Prose;
import dev.freehold.app.shell.screen.Table;
import java.io.PrintWriter;
import java.math.BigDecimal;

/// A page of text for a person.
///
/// @param pasted how commands in what it says are shown
public record Page(PrintWriter out, Ink ink, int width, Pasted pasted) {

    public void line(String line) {
        out.println(line);
    }

    public void blank() {
        out.println();
    }

    public void prose(String words) {
        Prose.fold(pasted.sentence(words), width).forEach(out::println);
    }

    /// A point of a list, folded below itself.
    public void point(String mark, String words) {
        var lines = Prose.fold(pasted.sentence(words), width - mark.length() - 3);
        for (int i = 0; i < lines.size(); i++) {
            out.println("  " + (i == 0 ? mark : " ".repeat(mark.length())) + ' ' + lines.get(i));
        }
    }

    public void table(Table table) {
        table.lines(width, ink).forEach(out::println);
    }

    /// A number as people write it: without an exponent and without zeros at its end.
    static String number(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
