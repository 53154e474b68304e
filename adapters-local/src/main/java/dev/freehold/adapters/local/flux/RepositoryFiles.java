package dev.freehold.adapters.local.flux;

import static java.util.stream.Collectors.joining;

import dev.freehold.adapters.local.git.BranchUpdateAnswer.BehindLinks;
import dev.freehold.adapters.local.git.BranchUpdateAnswer.InConflict;
import dev.freehold.adapters.local.git.BranchUpdateAnswer.Uncommitted;
import dev.freehold.adapters.local.git.BranchUpdateAnswer.UpToDate;
import dev.freehold.adapters.local.git.GeneratedPart;
import dev.freehold.adapters.local.git.GitFolder;
import dev.freehold.adapters.local.git.MergeConflict;
import dev.freehold.adapters.local.home.MissingRight;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.secret.Undecryptable;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.state.UnusableHome;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The repository's files as the drivers of its parts see them: generated, brought to the branch, read back.
/// There is one repository to a target, `flux` in its folder.
///
/// The engine lets parts come at the same time, and Git takes one commit after the other: so the drivers of one
/// target share this, and it lets one of them in at a time.
public final class RepositoryFiles {
    private final TargetFolder target;
    private final GitFolder git;
    private final ReentrantLock turn = new ReentrantLock();

    public RepositoryFiles(TargetFolder target) {
        this.target = target;
        this.git = new GitFolder(target.path().resolve("flux"), target.disk());
    }

    GitFolder git() {
        return git;
    }

    Path file(String path) {
        return git.folder().resolve(path);
    }

    /// What may fail for the disk's sake.
    interface Work<T> {
        T done() throws IOException;
    }

    /// Looks, when it is its turn.
    ///
    /// @throws Declined this computer does not let it
    <T> T with(Work<T> work) {
        try {
            return inTurn(work);
        } catch (UnusableHome unusable) {
            throw MissingRight.declined(unusable);
        }
    }

    /// What may be refused as well.
    interface Change {
        void make() throws IOException;
    }

    /// Likewise for a change.
    void changing(Change change) {
        with(() -> {
            var own = git.folder().resolve(".git");
            if (Files.exists(own) && !Files.isWritable(own)) {
                throw UnusableHome.unwritable(own, new AccessDeniedException(own.toString()));
            }
            change.make();
            return git;
        });
    }

    private <T> T inTurn(Work<T> work) {
        turn.lock();
        try {
            return work.done();
        } catch (IOException failure) {
            throw UnusableHome.unwritable(git.folder(), failure);
        } catch (Undecryptable unusable) {
            throw new Unforeseen(String.valueOf(unusable.getMessage()));
        } finally {
            turn.unlock();
        }
    }

    /// Makes the repository if it is not there.
    ///
    /// @throws Declined something else is in its place
    void begin(String branch) throws IOException {
        if (git.isTaken()) {
            throw no(
                    "NotARepository",
                    git.folder() + " is there and is no Git repository. Move it away; it was not touched.");
        }
        target.prepare(target.path());
        git.begin(branch);
    }

    /// Brings a part up to date: afterwards it is as it is generated, but for a person's edits.
    ///
    /// @param what the commit's subject
    /// @throws Declined a person's edits stand against it, or there is no repository; nothing was changed
    void bring(String part, Map<String, String> files, String what, Context context) throws IOException {
        if (!git.exists()) {
            throw no("NoRepository", git.folder() + " is not there; run " + NextCommand.setUpFlux() + " first.");
        }
        var answer = git.bring(
                new GeneratedPart(part, files), what + '\n', context.timeline().now());
        switch (answer) {
            case UpToDate(var changed) -> {
                if (!changed.isEmpty()) {
                    context.progress().report("committed " + changed.size() + " files");
                }
            }
            case InConflict(var conflicts) -> throw conflict(conflicts);
            case BehindLinks(var paths) ->
                throw no(
                        "SymbolicLink",
                        "These files of " + git.folder() + " are symbolic links, or lie in a folder that is one: "
                                + String.join(", ", paths)
                                + ". Freehold writes within the repository alone. Put files and folders in their place"
                                + " and commit, then run it again. Nothing was changed.");
            case Uncommitted(var paths) ->
                throw no(
                        "Uncommitted",
                        "These files of " + git.folder() + " have edits that are not committed: "
                                + String.join(", ", paths)
                                + ". Commit them or undo them, then run it again. Nothing was changed.");
        }
    }

    /// Takes a part out of the repository, as far as a person has not changed it. Safe to repeat.
    ///
    /// @throws Declined a person's edits stand against it
    void remove(String part, String what, Context context) throws IOException {
        if (generated(part).isPresent()) {
            bring(part, Map.of(), what, context);
        }
    }

    /// What a part of the repository is told.
    static Declined no(String code, String words) {
        return new Declined(Declined.Reason.FORBIDDEN, code, words);
    }

    private Declined conflict(List<MergeConflict> conflicts) throws IOException {
        var proposals = git.folder().resolve(".git").resolve("freehold-conflicts");
        for (var conflict : conflicts) {
            var proposal = proposals.resolve(conflict.path());
            var folder = proposal.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(proposal, conflict.proposed());
        }
        var named = conflicts.stream()
                .map(conflict -> conflict.path() + " (line " + conflict.line() + ")")
                .collect(joining(", "));
        return no(
                "Conflict",
                "You and Freehold changed the same lines of " + named + " in " + git.folder()
                        + ". Both versions, marked,"
                        + " are in " + proposals + ". Take over what you want of them and commit, or write '"
                        + GitFolder.KEEP
                        + "' into the file and commit, to keep it as yours for good; then run it again. Nothing was"
                        + " changed.");
    }

    /// The files of a part as they were generated last; empty if there are none.
    Optional<Map<String, String>> generated(String part) throws IOException {
        return git.exists() ? git.generated(part).filter(files -> !files.isEmpty()) : Optional.empty();
    }
}
