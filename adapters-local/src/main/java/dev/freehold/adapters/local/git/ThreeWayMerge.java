package dev.freehold.adapters.local.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk.ConflictState;
import org.eclipse.jgit.merge.MergeFormatter;

/// Three versions of files made into one: what was generated last, what a person made of it, and what is
/// generated now.
final class ThreeWayMerge {
    /// Where a file holds this, it is the person's for good and no version of ours comes into it.
    static final String KEEP = "# freehold: keep";

    private final Map<String, Optional<String>> changes = new TreeMap<>();
    private final List<MergeConflict> conflicts = new ArrayList<>();

    /// @param before the files as they were generated last
    /// @param theirs the files as they stand, the paths in `before` and `now` at least
    /// @param now the files as they are generated now
    static ThreeWayMerge of(Map<String, String> before, Map<String, String> theirs, Map<String, String> now) {
        var merging = new ThreeWayMerge();
        var paths = new TreeSet<>(before.keySet());
        paths.addAll(now.keySet());
        for (var path : paths) {
            merging.decide(
                    path,
                    Optional.ofNullable(before.get(path)),
                    Optional.ofNullable(theirs.get(path)),
                    Optional.ofNullable(now.get(path)));
        }
        return merging;
    }

    private void decide(String path, Optional<String> before, Optional<String> theirs, Optional<String> now) {
        boolean isUnchangedByUs = now.equals(before);
        boolean isTheirsAlready = now.equals(theirs);
        boolean isKept = theirs.filter(text -> text.contains(KEEP)).isPresent();
        if (isUnchangedByUs || isTheirsAlready || isKept) {
            return;
        }
        if (theirs.equals(before)) {
            changes.put(path, now);
            return;
        }
        if (theirs.isEmpty() || now.isEmpty()) {
            return; // they removed what we would change, or changed what we no longer need: an edit like others
        }
        merge(path, before.orElse(""), theirs.get(), now.get());
    }

    private void merge(String path, String before, String theirs, String now) {
        var merged = new MergeAlgorithm().merge(RawTextComparator.DEFAULT, raw(before), raw(theirs), raw(now));
        var text = new ByteArrayOutputStream();
        try {
            new MergeFormatter()
                    .formatMerge(
                            text, merged, List.of("generated before", "yours", "Freehold's"), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can be written to", impossible);
        }
        var result = text.toString(StandardCharsets.UTF_8);
        if (!merged.containsConflicts()) {
            changes.put(path, Optional.of(result));
            return;
        }
        for (var chunk : merged) {
            if (chunk.getConflictState() == ConflictState.FIRST_CONFLICTING_RANGE) {
                conflicts.add(new MergeConflict(path, chunk.getBegin() + 1, result));
                return;
            }
        }
    }

    private static RawText raw(String text) {
        return new RawText(GeneratedPart.bytes(text));
    }

    /// The new text of each file that changes; empty where it goes.
    Map<String, Optional<String>> changes() {
        return changes;
    }

    List<MergeConflict> conflicts() {
        return conflicts;
    }
}
