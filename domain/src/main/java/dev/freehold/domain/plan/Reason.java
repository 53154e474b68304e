package dev.freehold.domain.plan;

import static java.util.stream.Collectors.joining;

import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.resource.Claim;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SettingChange;
import java.util.List;

/// Why a node is planned as it is. Every change has at least one.
public sealed interface Reason {

    /// For a person, in a few words.
    String words();

    /// It stands as it is wanted.
    record AsWanted() implements Reason {
        @Override
        public String words() {
            return "is as wanted";
        }
    }

    record NotThereYet() implements Reason {
        @Override
        public String words() {
            return "is not there yet";
        }
    }

    /// Somebody made it, and no state of this home knows of it.
    ///
    /// @param tagged whether it bears this platform's tags
    record StandsAlready(boolean tagged) implements Reason {
        @Override
        public String words() {
            return tagged
                    ? "stands already under this platform's name, is in no state of this home, and would be taken over"
                    : "was there before Freehold, and would be used as it is and left when the rest goes";
        }
    }

    /// What it rules over is somebody else's, and so may be what else is in there.
    record RulesOverOthers(ResourceId what) implements Reason {
        @Override
        public String words() {
            return "would also bind whatever others have in " + what + ", which was there before Freehold";
        }
    }

    /// It belongs to a phase that was not asked for, but is not there and is needed.
    record BroughtAlong(ResourceId neededBy) implements Reason {
        @Override
        public String words() {
            return "is needed by " + neededBy;
        }
    }

    /// What is wanted differs from what stands.
    record SettingsChanged(List<SettingChange> changes) implements Reason {
        public SettingsChanged {
            changes = List.copyOf(changes);
        }

        @Override
        public String words() {
            return names(changes) + (changes.size() == 1 ? " changes" : " change");
        }
    }

    /// What it stands on is made anew, and it can't outlive that.
    record StandsOnReplaced(ResourceId on) implements Reason {
        @Override
        public String words() {
            return "stands on " + on + ", which is made anew";
        }
    }

    /// What it refers to is made anew or, for a gate, changed in any way.
    record DependencyChanged(ResourceId on) implements Reason {
        @Override
        public String words() {
            return "depends on " + on + ", which changes";
        }
    }

    /// The spec asks for it no more.
    record NoLongerWanted() implements Reason {
        @Override
        public String words() {
            return "is no longer wanted";
        }
    }

    /// A call went out in an earlier run and its outcome was never recorded.
    record LeftInDoubt(RunId run, Operation operation) implements Reason {
        @Override
        public String words() {
            return "was left in doubt by run " + run + " (" + operation.word() + ")";
        }
    }

    /// The world is not what the state says.
    ///
    /// @param changes from what the state says to what was observed; empty if it is gone
    record Drifted(List<SettingChange> changes) implements Reason {
        public Drifted {
            changes = List.copyOf(changes);
        }

        @Override
        public String words() {
            return changes.isEmpty() ? "is gone" : "was changed by others: " + names(changes);
        }
    }

    /// It is there, but its outputs are others by now, or a part of it is missing.
    record NotAsLeft() implements Reason {
        @Override
        public String words() {
            return "is not as it was left";
        }
    }

    /// Another is to have what it has, and each would wait for the other: it is put aside first, and gets what
    /// it is to have after.
    record MakesWay(Claim claim, ResourceId to) implements Reason {
        @Override
        public String words() {
            return "lets go of " + claim.words() + " first, which " + to + " is to have";
        }
    }

    /// It needs more of one thing and less of another, and so does another the other way round.
    record ShrinksFirst() implements Reason {
        @Override
        public String words() {
            return "gives back first what it needs less of, which others are to have";
        }
    }

    /// Somebody asked to destroy its layer.
    record AskedToDestroy() implements Reason {
        @Override
        public String words() {
            return "is to be destroyed";
        }
    }

    private static String names(List<SettingChange> changes) {
        return changes.stream().map(SettingChange::setting).collect(joining(", "));
    }
}
