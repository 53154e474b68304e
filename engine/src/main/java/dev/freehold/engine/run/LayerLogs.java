package dev.freehold.engine.run;

import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.PerLayer;
import dev.freehold.engine.run.RunTerms.Identity;
import dev.freehold.engine.run.RunTerms.Records;
import dev.freehold.engine.work.Work;
import java.time.Instant;

/// What a run writes into the journals: the facts of each step into its layer's.
final class LayerLogs implements FactFold {
    private final Work work;
    private final PerLayer<LayerLog> logs;

    LayerLogs(Work work, Identity identity, Records records) {
        this.work = work;
        this.logs = PerLayer.of(layer -> new LayerLog(layer, identity, records));
        work.steps().forEach(step -> logs.of(step.layer()).expectStep());
    }

    @Override
    public void on(Fact fact) {
        switch (fact) {
            case Fact.OfStep ofStep -> logs.of(work.step(ofStep.step()).layer()).on(fact);
            case Fact.Planned _, Fact.Stopped _ -> {
                for (var log : logs.values()) {
                    log.on(fact);
                }
            }
        }
    }

    /// How many entries the layer's journal has with those that wait to be written.
    long length(Layer layer) {
        return logs.of(layer).length();
    }

    /// Has what was added on disk when it returns.
    void flush() {
        for (var log : logs.values()) {
            log.flush();
        }
    }

    /// The run is over.
    ///
    /// @param result how it ended where it has not gone through all of a layer
    void finish(Instant now, RunResult result) {
        for (var log : logs.values()) {
            log.finish(now, result);
        }
    }
}
