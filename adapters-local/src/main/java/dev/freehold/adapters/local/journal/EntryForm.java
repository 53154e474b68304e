package dev.freehold.adapters.local.journal;

import dev.freehold.adapters.local.tree.Members;
import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.JournalEntry.Achieved;
import dev.freehold.domain.journal.JournalEntry.Intended;
import dev.freehold.domain.journal.JournalEntry.LeftInDoubt;
import dev.freehold.domain.journal.JournalEntry.NotDone;
import dev.freehold.domain.journal.JournalEntry.RollbackPointKept;
import dev.freehold.domain.journal.JournalEntry.RunFinished;
import dev.freehold.domain.journal.JournalEntry.RunStarted;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Setting;

/// A journal's entry as a stored tree, and back.
final class EntryForm {
    private EntryForm() {}

    static Setting.Group of(JournalEntry entry) {
        var tree = Members.none()
                .with("entry", EntryName.of(entry).wire())
                .with(entry.run())
                .with("at", entry.at());
        var _ = switch (entry) {
            case RunStarted started -> tree.with("command", started.command());
            case Intended intended ->
                tree.with("operation", intended.operation())
                        .with(intended.node())
                        .with(intended.token())
                        .with("attempt", intended.attempt());
            case Achieved achieved ->
                tree.with("operation", achieved.operation())
                        .with(achieved.node())
                        .with(achieved.outputs())
                        .with("how", achieved.how());
            case NotDone undone ->
                tree.with("operation", undone.operation())
                        .with("id", undone.id().text())
                        .with(undone.failure());
            case LeftInDoubt doubt ->
                tree.with("operation", doubt.operation())
                        .with("id", doubt.id().text())
                        .with(doubt.failure());
            case RollbackPointKept point -> tree.with("number", point.number()).with("spec", point.spec());
            case RunFinished finished -> tree.with("result", finished.result());
        };
        return tree.group();
    }

    /// @throws IllegalArgumentException if the tree is no entry that this Freehold knows
    static JournalEntry entry(Setting.Group stored) {
        var tree = Members.of(stored);
        var run = tree.run();
        var at = tree.instant("at");
        return switch (EntryName.ofWire(tree.text("entry"))) {
            case RUN_STARTED -> new RunStarted(run, at, tree.text("command"));
            case INTENDED ->
                new Intended(run, at, operation(tree), tree.node(), tree.token(), (int) tree.number("attempt"));
            case ACHIEVED -> {
                var operation = operation(tree);
                var node = tree.node();
                // What is gone has nothing any more.
                var outputs = operation == Operation.DELETE ? Outputs.NONE : tree.outputs(node);
                yield new Achieved(run, at, operation, node, outputs, tree.word("how", Achieved.How.class));
            }
            case NOT_DONE -> new NotDone(run, at, operation(tree), tree.id(), tree.failure());
            case LEFT_IN_DOUBT -> new LeftInDoubt(run, at, operation(tree), tree.id(), tree.failure());
            case ROLLBACK_POINT_KEPT -> new RollbackPointKept(run, at, (int) tree.number("number"), tree.text("spec"));
            case RUN_FINISHED -> new RunFinished(run, at, tree.word("result", RunResult.class));
        };
    }

    private static Operation operation(Members tree) {
        return tree.word("operation", Operation.class);
    }
}
