package dev.freehold.adapters.local.git;

import dev.freehold.adapters.local.git.BranchUpdateAnswer.BehindLinks;
import dev.freehold.adapters.local.git.BranchUpdateAnswer.InConflict;
import dev.freehold.adapters.local.git.BranchUpdateAnswer.Uncommitted;
import dev.freehold.adapters.local.git.BranchUpdateAnswer.UpToDate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/// One bringing of generated files onto the branch.
///
/// Its steps are in an order in which it may be cut short after each: the work tree, the index, the branch, and
/// last the memory of what was generated, which is what the next one compares with.
final class BranchUpdate {
    /// Not pushed, and not among the branches that a person sees.
    private static final String MEMORY = "refs/freehold/generated/";

    private final Repository repository;
    private final GeneratedPart generated;

    BranchUpdate(Repository repository, GeneratedPart generated) {
        this.repository = repository;
        this.generated = generated;
    }

    static Optional<Map<String, String>> before(Repository repository, String part) throws IOException {
        var memory = repository.exactRef(MEMORY + part);
        return memory == null ? Optional.empty() : Optional.of(GitTrees.read(repository, memory.getObjectId()));
    }

    static boolean holdsOnlyGenerated(Repository repository) throws IOException {
        var all = new TreeMap<String, String>();
        for (var memory : repository.getRefDatabase().getRefsByPrefix(MEMORY)) {
            all.putAll(GitTrees.read(repository, memory.getObjectId()));
        }
        return GitTrees.read(repository, repository.resolve(Constants.HEAD)).equals(all);
    }

    BranchUpdateAnswer bring(String message, Instant at) throws IOException {
        var head = repository.resolve(Constants.HEAD);
        // A branch without a commit has nothing that a person could have removed.
        Map<String, String> before =
                head == null ? Map.of() : before(repository, generated.part()).orElse(Map.of());
        var paths = new TreeSet<>(before.keySet());
        paths.addAll(generated.files().keySet());
        var theirs = GitTrees.read(repository, head, paths);
        var merging = ThreeWayMerge.of(before, theirs, generated.files());
        if (!merging.conflicts().isEmpty()) {
            return new InConflict(merging.conflicts());
        }
        var changes = merging.changes();
        var linked = changes.keySet().stream().filter(this::isBehindLink).toList();
        if (!linked.isEmpty()) {
            return new BehindLinks(linked);
        }
        var uncommitted = uncommitted(changes, theirs);
        if (!uncommitted.isEmpty()) {
            return new Uncommitted(uncommitted);
        }
        if (!changes.isEmpty()) {
            commit(head, changes, message, at);
        }
        if (!before(repository, generated.part()).equals(Optional.of(generated.files()))) {
            remember(at);
        }
        return new UpToDate(List.copyOf(changes.keySet()));
    }

    /// The files of `changes` that are neither as the branch has them nor already as they are to be.
    private List<String> uncommitted(Map<String, Optional<String>> changes, Map<String, String> theirs)
            throws IOException {
        var dirty = new ArrayList<String>();
        for (var change : changes.entrySet()) {
            var there = inWorkTree(change.getKey());
            if (!there.equals(change.getValue()) && !there.equals(Optional.ofNullable(theirs.get(change.getKey())))) {
                dirty.add(change.getKey());
            }
        }
        return dirty;
    }

    /// Is the file a symbolic link, or a folder on the way to it? Git keeps links, so that a repository of
    /// somebody else's may lead anywhere.
    private boolean isBehindLink(String path) {
        var at = repository.getWorkTree().toPath();
        for (var name : Path.of(path)) {
            at = at.resolve(name);
            if (Files.isSymbolicLink(at)) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> inWorkTree(String path) throws IOException {
        var file = file(path);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    private Path file(String path) {
        return repository.getWorkTree().toPath().resolve(path);
    }

    private void commit(@Nullable ObjectId head, Map<String, Optional<String>> changes, String message, Instant at)
            throws IOException {
        try (var objects = repository.newObjectInserter()) {
            var edits = edits(objects, changes);
            var tree = tree(objects, head, edits);
            var commit = GitTrees.commit(objects, tree, head, message, at);
            objects.flush();
            for (var change : changes.entrySet()) {
                put(change.getKey(), change.getValue());
            }
            var index = repository.lockDirCache();
            try {
                apply(index.editor(), edits);
                index.write();
                if (!index.commit()) {
                    throw new IOException("the index of " + repository.getWorkTree() + " can't be written");
                }
            } finally {
                index.unlock();
            }
            move(Constants.HEAD, commit, head == null ? ObjectId.zeroId() : head);
        }
    }

    private static Map<String, Optional<ObjectId>> edits(ObjectInserter objects, Map<String, Optional<String>> changes)
            throws IOException {
        var edits = new LinkedHashMap<String, Optional<ObjectId>>();
        for (var change : changes.entrySet()) {
            var text = change.getValue();
            edits.put(
                    change.getKey(),
                    text.isEmpty()
                            ? Optional.empty()
                            : Optional.of(objects.insert(Constants.OBJ_BLOB, GeneratedPart.bytes(text.get()))));
        }
        return edits;
    }

    private ObjectId tree(ObjectInserter objects, @Nullable ObjectId head, Map<String, Optional<ObjectId>> edits)
            throws IOException {
        try (var reader = repository.newObjectReader();
                var commits = new RevWalk(reader)) {
            var cache = head == null
                    ? DirCache.newInCore()
                    : DirCache.read(reader, commits.parseCommit(head).getTree());
            apply(cache.editor(), edits);
            return cache.writeTree(objects);
        }
    }

    private static void apply(DirCacheEditor editor, Map<String, Optional<ObjectId>> edits) {
        edits.forEach((path, blob) -> editor.add(blob.<DirCacheEditor.PathEdit>map(id -> GitTrees.put(path, id))
                .orElseGet(() -> new DirCacheEditor.DeletePath(path))));
        editor.finish();
    }

    private void put(String path, Optional<String> text) throws IOException {
        var file = file(path);
        var folder = file.getParent();
        if (text.isEmpty()) {
            Files.deleteIfExists(file);
        } else if (folder != null) {
            Files.createDirectories(folder);
            // Aside in Git's own folder: beside the file might be one of the person's with the same name.
            var aside = repository.getDirectory().toPath().resolve("freehold.new");
            Files.writeString(aside, text.get());
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void remember(Instant at) throws IOException {
        try (var objects = repository.newObjectInserter()) {
            var last = repository.exactRef(MEMORY + generated.part());
            var parent = last == null ? null : last.getObjectId();
            var tree = GitTrees.tree(objects, generated.files());
            var commit = GitTrees.commit(objects, tree, parent, "Generated: " + generated.part() + "\n", at);
            objects.flush();
            move(MEMORY + generated.part(), commit, parent == null ? ObjectId.zeroId() : parent);
        }
    }

    private void move(String ref, ObjectId to, ObjectId from) throws IOException {
        var update = repository.updateRef(ref);
        update.setExpectedOldObjectId(from);
        update.setNewObjectId(to);
        update.setRefLogMessage("freehold", false);
        var result = update.update();
        if (result != RefUpdate.Result.NEW
                && result != RefUpdate.Result.FAST_FORWARD
                && result != RefUpdate.Result.NO_CHANGE) {
            throw new IOException(ref + " of " + repository.getWorkTree() + " was not moved: " + result);
        }
    }
}
