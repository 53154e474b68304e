package dev.freehold.adapters.local.git;

import java.util.List;

/// What became of bringing generated files up to date.
public sealed interface BranchUpdateAnswer {

    /// The branch holds them, with every edit of a person's.
    ///
    /// @param changed the paths of what changed; none if all was as it is generated
    record UpToDate(List<String> changed) implements BranchUpdateAnswer {
        public UpToDate {
            changed = List.copyOf(changed);
        }
    }

    /// Nothing was changed, because a person's edits and ours meet in the same lines.
    record InConflict(List<MergeConflict> conflicts) implements BranchUpdateAnswer {
        public InConflict {
            conflicts = List.copyOf(conflicts);
        }
    }

    /// Nothing was changed, because these are symbolic links in the work tree, or lie behind one: what is
    /// written there would be written wherever they point to.
    record BehindLinks(List<String> paths) implements BranchUpdateAnswer {
        public BehindLinks {
            paths = List.copyOf(paths);
        }
    }

    /// Nothing was changed, because these files have edits that are not committed.
    record Uncommitted(List<String> paths) implements BranchUpdateAnswer {
        public Uncommitted {
            paths = List.copyOf(paths);
        }
    }
}
