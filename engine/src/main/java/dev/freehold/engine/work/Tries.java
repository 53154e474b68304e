package dev.freehold.engine.work;

import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.journal.Operation;
import java.util.BitSet;

/// What the calls for each step have shown so far: how many there were, whether one of them may have done what it
/// was to do, and so what the next one must be like.
final class Tries {
    private final int[] attempts;
    private final BitSet looks = new BitSet();
    private final BitSet uncertain = new BitSet();
    private final BitSet renewed = new BitSet();

    Tries(Work work) {
        this.attempts = new int[work.size()];
        for (var step : work.steps()) {
            looks.set(step.number(), looksFirst(step));
            uncertain.set(step.number(), step.doubt() != null);
        }
    }

    /// A removal in doubt is made again without a look, and so is a wait.
    private static boolean looksFirst(WorkStep step) {
        var doubt = step.doubt();
        boolean makes = step.operation() == Operation.CREATE || step.operation() == Operation.UPDATE;
        return doubt != null && makes && doubt.operation() != Operation.DELETE;
    }

    /// The step's next call: a look where one is due, else an attempt.
    Instruction next(WorkStep step) {
        int number = step.number();
        return looks.get(number) ? new Instruction.Look(number, attempts[number] + 1) : attempt(step);
    }

    Instruction attempt(WorkStep step) {
        int number = step.number();
        return new Instruction.Attempt(
                number,
                ++attempts[number],
                renewed.get(number) ? Instruction.Request.ANOTHER : Instruction.Request.SAME);
    }

    int attempts(WorkStep step) {
        return attempts[step.number()];
    }

    /// A look showed that the step is yet to be done.
    void foundToDo(WorkStep step) {
        looks.clear(step.number());
        if (step.operation() == Operation.CREATE) {
            uncertain.clear(step.number());
        }
    }

    /// Nothing stands in its way any more.
    void cleared(WorkStep step) {
        uncertain.clear(step.number());
    }

    void fell(WorkStep step, Failure.Kind kind) {
        int number = step.number();
        switch (kind) {
            case SILENT, UNFORESEEN, INTERRUPTED -> uncertain.set(number, step.operation() != Operation.AWAIT);
            case NO_ROOM, BUSY, REFUSED, NOT_IN_TIME -> {}
        }
        if (kind == Failure.Kind.SILENT && step.operation() == Operation.CREATE) {
            looks.set(number);
        }
        renewed.set(number, kind == Failure.Kind.NO_ROOM);
    }

    /// May what the step intended have happened, for all that is known?
    boolean isUncertain(WorkStep step) {
        return uncertain.get(step.number());
    }
}
