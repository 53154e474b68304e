package dev.freehold.adapters.local.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/// Files as Git keeps them.
final class GitTrees {
    private GitTrees() {}

    /// The texts of those of `paths` that a commit has.
    static Map<String, String> read(Repository repository, @Nullable ObjectId commit, Collection<String> paths)
            throws IOException {
        var all = read(repository, commit);
        all.keySet().retainAll(paths);
        return all;
    }

    /// The texts of every file of a commit; none if there is no commit.
    static Map<String, String> read(Repository repository, @Nullable ObjectId commit) throws IOException {
        var files = new TreeMap<String, String>();
        if (commit == null) {
            return files;
        }
        try (var commits = new RevWalk(repository);
                var walk = new TreeWalk(repository)) {
            walk.addTree(commits.parseCommit(commit).getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                if (walk.getFileMode(0).getObjectType() == Constants.OBJ_BLOB) {
                    var bytes = repository.open(walk.getObjectId(0)).getBytes();
                    files.put(walk.getPathString(), new String(bytes, StandardCharsets.UTF_8));
                }
            }
        }
        return files;
    }

    /// A tree of these files alone.
    static ObjectId tree(ObjectInserter objects, Map<String, String> files) throws IOException {
        var cache = DirCache.newInCore();
        var builder = cache.builder();
        for (var file : files.entrySet()) {
            var entry = new DirCacheEntry(file.getKey());
            entry.setFileMode(FileMode.REGULAR_FILE);
            entry.setObjectId(objects.insert(Constants.OBJ_BLOB, GeneratedPart.bytes(file.getValue())));
            builder.add(entry);
        }
        builder.finish();
        return cache.writeTree(objects);
    }

    static ObjectId commit(ObjectInserter objects, ObjectId tree, @Nullable ObjectId parent, String message, Instant at)
            throws IOException {
        var commit = new CommitBuilder();
        commit.setTreeId(tree);
        if (parent != null) {
            commit.setParentId(parent);
        }
        var person = new PersonIdent("Freehold", "freehold@localhost", at, ZoneOffset.UTC);
        commit.setAuthor(person);
        commit.setCommitter(person);
        commit.setMessage(message);
        return objects.insert(commit);
    }

    /// An edit that puts a blob at a path, whatever was there.
    static DirCacheEditor.PathEdit put(String path, ObjectId blob) {
        return new DirCacheEditor.PathEdit(path) {
            @Override
            public void apply(DirCacheEntry entry) {
                if (entry.getRawMode() == 0) {
                    entry.setFileMode(FileMode.REGULAR_FILE);
                }
                entry.setObjectId(blob);
                entry.setLength(0); // so that `git status` looks at the file itself
            }
        };
    }
}
