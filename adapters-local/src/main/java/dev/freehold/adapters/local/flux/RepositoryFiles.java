package dev.freehold.adapters.local.flux;

import static java.util.stream.Collectors.joining;

import dev.freehold.adapters.local.git.BranchUpdateAnswer.InConflict;
import dev.freehold.adapters.local.git.BranchUpdateAnswer.Uncommitted;
import dev.freehold.adapters.local.git.BranchUpdateAnswer.UpToDate;
import dev.freehold.adapters.local.git.GeneratedPart;
import dev.freehold.adapters.local.git.GitFolder;
import dev.freehold.adapters.local.git.MergeConflict;
import dev.freehold.adapters.local.home.MissingRight;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.secret.Undecryptable;
import dev.freehold.ports.state.UnusableHome;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

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

    /// Looks, when it is its turn, and says in words for a person why not.
    <T> T with(Work<T> work) {
        try {
            return inTurn(work);
        } catch (UnusableHome unusable) {
            throw new Unforeseen(String.valueOf(unusable.getMessage()));
        }
    }

    /// Likewise for a change, which may be refused.
    <A> A changing(Function<Refused, A> refused, Work<A> work) {
        try {
            var own = git.folder().resolve(".git");
            if (Files.exists(own) && !Files.isWritable(own)) {
                throw UnusableHome.unwritable(own, new AccessDeniedException(own.toString()));
            }
            return inTurn(work);
        } catch (UnusableHome unusable) {
            return refused.apply(MissingRight.refused(unusable));
        }
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
    /// @return why it can't be made; empty if it is there
    Optional<Refused> begin(String branch) throws IOException {
        if (git.isTaken()) {
            return Optional.of(new Refused(
                    "NotARepository",
                    git.folder() + " is there and is no Git repository. Move it away; it was not touched."));
        }
        target.prepare(target.path());
        git.begin(branch);
        return Optional.empty();
    }

    /// Brings a part up to date.
    ///
    /// @param what the commit's subject
    /// @return why nothing was changed; empty if the part is as it is generated, but for a person's edits
    Optional<Refused> bring(String part, Map<String, String> files, String what, Context context) throws IOException {
        var answer = git.bring(
                new GeneratedPart(part, files), what + '\n', context.timeline().now());
        return switch (answer) {
            case UpToDate(var changed) -> {
                if (!changed.isEmpty()) {
                    context.progress().report("committed " + changed.size() + " files");
                }
                yield Optional.empty();
            }
            case InConflict(var conflicts) -> Optional.of(conflict(conflicts));
            case Uncommitted(var paths) ->
                Optional.of(new Refused(
                        "Uncommitted",
                        "These files of " + git.folder() + " have edits that are not committed: "
                                + String.join(", ", paths)
                                + ". Commit them or undo them, then run it again. Nothing was changed."));
        };
    }

    /// Takes a part out of the repository, as far as a person has not changed it. Safe to repeat.
    DeleteAnswer remove(String part, String what, Context context) throws IOException {
        if (generated(part).isEmpty()) {
            return new DeleteAnswer.Deleted();
        }
        var refused = bring(part, Map.of(), what, context);
        return refused.isPresent() ? refused.get() : new DeleteAnswer.Deleted();
    }

    /// What a part of the repository is told that was never brought there, or went with an earlier one.
    static Refused notThere(ResourceId part) {
        return new Refused("NotFound", part + " is not there any more. Plan again.");
    }

    /// What a part of the repository is told where there is none.
    Refused noRepository() {
        return new Refused("NoRepository", git.folder() + " is not there; run " + NextCommand.setUpFlux() + " first.");
    }

    private Refused conflict(List<MergeConflict> conflicts) throws IOException {
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
        return new Refused(
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
