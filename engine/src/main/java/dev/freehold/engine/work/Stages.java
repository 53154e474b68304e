package dev.freehold.engine.work;

import dev.freehold.domain.resource.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// How far each step is, and which layers may be worked in.
final class Stages {
    enum StepStage {
        /// For other steps, or for its layer to be opened.
        WAITING,
        READY,
        /// Until enough is gone for it to be allowed.
        HELD,
        RUNNING,
        SLEEPING,
        OVER;

        /// Does something come of it without anything else happening?
        private boolean goesOn() {
            return this == RUNNING || this == SLEEPING;
        }
    }

    private final Work work;
    private final StepStage[] stages;
    private final int[] waitsFor;
    private final Set<Layer> open = EnumSet.noneOf(Layer.class);
    private int goingOn;
    private int unfinished;

    Stages(Work work) {
        this.work = work;
        this.stages = new StepStage[work.size()];
        Arrays.fill(stages, StepStage.WAITING);
        this.waitsFor = new int[work.size()];
        Arrays.setAll(waitsFor, number -> work.step(number).after().size());
        this.unfinished = work.size();
    }

    boolean isAt(WorkStep step, StepStage stage) {
        return stages[step.number()] == stage;
    }

    void put(WorkStep step, StepStage stage) {
        var was = stages[step.number()];
        stages[step.number()] = stage;
        goingOn += (stage.goesOn() ? 1 : 0) - (was.goesOn() ? 1 : 0);
        unfinished += (was == StepStage.OVER ? 1 : 0) - (stage == StepStage.OVER ? 1 : 0);
    }

    /// @return the steps of those layers that wait for no other step
    List<WorkStep> open(Set<Layer> layers) {
        open.addAll(layers);
        var free = new ArrayList<WorkStep>();
        for (var step : work.steps()) {
            if (waitsFor[step.number()] == 0 && layers.contains(step.layer())) {
                free.add(step);
            }
        }
        return free;
    }

    /// One of those that the step waited for is done.
    ///
    /// @return whether it waits for no other any more
    boolean waitsForOneLess(WorkStep step) {
        return --waitsFor[step.number()] == 0;
    }

    /// May the step be begun, as far as its layer goes?
    boolean mayBeReady(WorkStep step) {
        return isAt(step, StepStage.WAITING) && open.contains(step.layer());
    }

    boolean nothingIsClosed() {
        for (var step : work.steps()) {
            if (isAt(step, StepStage.WAITING) && !open.contains(step.layer())) {
                return false;
            }
        }
        return true;
    }

    boolean nothingGoesOn() {
        return goingOn == 0;
    }

    boolean isFinished() {
        return unfinished == 0;
    }
}
