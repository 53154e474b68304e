package dev.freehold.engine.run;

import java.util.List;

/// The stream of a run's facts. They are on disk before anybody hears of them, or anything is done because of them.
final class Facts {
    private final LayerLogs logs;
    private final Narration narration;
    private final List<FactFold> folds;

    /// @param others who makes something of them beside the journals and whoever listens
    Facts(LayerLogs logs, Narration narration, FactFold... others) {
        this.logs = logs;
        this.narration = narration;
        this.folds = List.of(others);
    }

    void add(Fact fact) {
        logs.on(fact);
        narration.on(fact);
        for (var fold : folds) {
            fold.on(fact);
        }
    }

    /// Has what was added on disk when it returns.
    void flush() {
        logs.flush();
        narration.recorded();
    }
}
