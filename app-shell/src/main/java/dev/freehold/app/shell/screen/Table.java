package dev.freehold.app.shell.screen;

import java.util.ArrayList;
import java.util.List;

/// Columns of text. Where a row would be too wide, its last column is folded below itself.
public final class Table {
    private static final String GAP = "  ";

    private final List<String> heads;
    private final boolean[] right;
    private final List<List<String>> rows = new ArrayList<>();

    /// @param heads of the columns; one that begins with > is of numbers, set to the right
    public Table(String... heads) {
        this.right = new boolean[heads.length];
        var named = new ArrayList<String>();
        for (int i = 0; i < heads.length; i++) {
            right[i] = heads[i].startsWith(">");
            named.add(right[i] ? heads[i].substring(1) : heads[i]);
        }
        this.heads = List.copyOf(named);
    }

    public void row(String... cells) {
        if (cells.length != heads.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + heads.size() + " columns");
        }
        rows.add(List.of(cells));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public List<String> lines(int width, Ink ink) {
        var widths = new int[heads.size()];
        measure(heads, widths);
        rows.forEach(row -> measure(row, widths));
        int indent = 0;
        for (int i = 0; i < widths.length - 1; i++) {
            indent += widths[i] + GAP.length();
        }
        int left = indent;
        var lines = new ArrayList<String>();
        for (var line : laidOut(heads, widths, left, width)) {
            lines.add(ink.bold(line));
        }
        rows.forEach(row -> lines.addAll(laidOut(row, widths, left, width)));
        return lines;
    }

    private static void measure(List<String> cells, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], cells.get(i).length());
        }
    }

    private List<String> laidOut(List<String> cells, int[] widths, int left, int width) {
        var line = new StringBuilder();
        int last = cells.size() - 1;
        for (int i = 0; i < last; i++) {
            pad(line, cells.get(i), widths[i], right[i]);
            line.append(GAP);
        }
        // Below this there is nothing to read; better a line that is too long.
        int room = Math.max(20, width - left);
        var folded = Prose.fold(cells.get(last), room);
        if (right[last]) {
            pad(line, cells.get(last), widths[last], true);
        } else {
            line.append(folded.isEmpty() ? "" : folded.getFirst());
        }
        var lines = new ArrayList<String>();
        lines.add(line.toString().stripTrailing());
        for (int i = 1; i < folded.size() && !right[last]; i++) {
            lines.add(" ".repeat(left) + folded.get(i));
        }
        return lines;
    }

    private static void pad(StringBuilder line, String cell, int width, boolean right) {
        var blanks = " ".repeat(width - cell.length());
        line.append(right ? blanks + cell : cell + blanks);
    }
}
