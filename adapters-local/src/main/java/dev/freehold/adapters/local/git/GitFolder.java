package dev.freehold.adapters.local.git;

import dev.freehold.ports.file.Disk;
import dev.freehold.ports.file.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jgit.api.errors.InvalidRefNameException;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/// A Git repository with a work tree: one branch that Freehold and a person both commit to, and a remote that
/// it knows and never calls.
///
/// Everything that changes it can be cut short anywhere and asked for again.
public final class GitFolder {
    /// Where a file holds this, it is the person's for good and nothing of ours comes into it.
    public static final String KEEP = ThreeWayMerge.KEEP;

    private static final String REMOTE = Constants.DEFAULT_REMOTE_NAME;
    private static final String SECTION = "freehold";

    private final Path folder;
    private final Disk disk;

    public GitFolder(Path folder, Disk disk) {
        WithoutUserSettings.use();
        this.folder = folder;
        this.disk = disk;
    }

    public Path folder() {
        return folder;
    }

    public boolean exists() {
        return Files.isRegularFile(folder.resolve(Constants.DOT_GIT).resolve(Constants.CONFIG));
    }

    /// Is the folder taken by something that is no repository?
    public boolean isTaken() throws IOException {
        if (!Files.exists(folder) || exists()) {
            return false;
        }
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (var names = Files.list(folder)) {
            return names.findAny().isPresent();
        }
    }

    /// Makes the repository, without a commit, if it is not there.
    public void begin(String branch) throws IOException {
        if (exists()) {
            return;
        }
        // Under another name first: a repository that was half made must not look like one.
        var aside = folder.resolveSibling(folder.getFileName() + ".new");
        remove(aside);
        PrivateFolder.make(aside, Disk.UNFORCED);
        try (var made = new FileRepositoryBuilder()
                .setInitialBranch(branch)
                .setWorkTree(aside.toFile())
                .setGitDir(aside.resolve(Constants.DOT_GIT).toFile())
                .build()) {
            made.create(false);
            // JGit writes the work tree's path down, because it was told it; the repository is moved below.
            made.getConfig().unset(ConfigConstants.CONFIG_CORE_SECTION, null, ConfigConstants.CONFIG_KEY_WORKTREE);
            made.getConfig().save();
        } catch (InvalidRefNameException impossible) {
            throw new IOException("'" + branch + "' is no name for a branch", impossible);
        }
        Files.deleteIfExists(folder);
        Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        var above = folder.toAbsolutePath().getParent();
        if (above != null) {
            disk.forceNames(above);
        }
    }

    Repository open() throws IOException {
        var repository = openAsItIs();
        // What was answered as done must outlive a power cut. Not in the file: git has another name for it.
        for (var synced : List.of("fsyncobjectfiles", "fsyncreffiles")) {
            repository.getConfig().setBoolean(ConfigConstants.CONFIG_CORE_SECTION, null, synced, disk.isForced());
        }
        return repository;
    }

    private Repository openAsItIs() throws IOException {
        return new FileRepositoryBuilder()
                .setGitDir(folder.resolve(Constants.DOT_GIT).toFile())
                .setWorkTree(folder.toFile())
                .setMustExist(true)
                .build();
    }

    /// The branch that is followed; empty if none is, because somebody left it.
    public Optional<String> branch() throws IOException {
        try (var repository = open()) {
            var full = repository.getFullBranch();
            return full != null && full.startsWith(Constants.R_HEADS)
                    ? Optional.of(full.substring(Constants.R_HEADS.length()))
                    : Optional.empty();
        }
    }

    /// Follows another branch, with what the one followed now has, unless the other is there already.
    public void follow(String branch) throws IOException {
        try (var repository = open()) {
            var full = Constants.R_HEADS + branch;
            var there = repository.resolve(Constants.HEAD);
            if (full.equals(repository.getFullBranch())) {
                return;
            }
            if (there != null && repository.exactRef(full) == null) {
                var update = repository.updateRef(full);
                update.setNewObjectId(there);
                update.update();
            }
            repository.updateRef(Constants.HEAD).link(full);
        }
    }

    /// Where it is pushed to, as the remote `origin` says.
    public Optional<String> url() throws IOException {
        try (var repository = open()) {
            return Optional.ofNullable(repository
                    .getConfig()
                    .getString(ConfigConstants.CONFIG_REMOTE_SECTION, REMOTE, ConfigConstants.CONFIG_KEY_URL));
        }
    }

    /// Says where `branch` is pushed to.
    public void setRemote(String url, String branch) throws IOException {
        change(config -> {
            config.setString(ConfigConstants.CONFIG_REMOTE_SECTION, REMOTE, ConfigConstants.CONFIG_KEY_URL, url);
            config.setString(
                    ConfigConstants.CONFIG_REMOTE_SECTION,
                    REMOTE,
                    ConfigConstants.CONFIG_FETCH_SECTION,
                    "+refs/heads/*:refs/remotes/" + REMOTE + "/*");
            config.setString(ConfigConstants.CONFIG_BRANCH_SECTION, branch, ConfigConstants.CONFIG_KEY_REMOTE, REMOTE);
            config.setString(
                    ConfigConstants.CONFIG_BRANCH_SECTION,
                    branch,
                    ConfigConstants.CONFIG_KEY_MERGE,
                    Constants.R_HEADS + branch);
        });
    }

    /// What was noted of a part when it was generated last.
    public Optional<String> note(String part, String name) throws IOException {
        try (var repository = open()) {
            return Optional.ofNullable(repository.getConfig().getString(SECTION, part, name));
        }
    }

    /// Notes facts about a part, in the repository's own settings.
    public void note(String part, Map<String, String> facts) throws IOException {
        change(config -> facts.forEach((name, value) -> config.setString(SECTION, part, name, value)));
    }

    private void change(Consumer<StoredConfig> how) throws IOException {
        try (var repository = openAsItIs()) {
            var config = repository.getConfig();
            try {
                config.load();
            } catch (ConfigInvalidException damaged) {
                throw new IOException(".git/config can't be read: " + damaged.getMessage(), damaged);
            }
            var before = config.toText();
            how.accept(config);
            if (!config.toText().equals(before)) {
                config.save();
            }
        }
    }

    /// The text of a file on the branch; empty if it has none of that path.
    public Optional<String> text(String path) throws IOException {
        try (var repository = open()) {
            return Optional.ofNullable(GitTrees.read(repository, repository.resolve(Constants.HEAD), Set.of(path))
                    .get(path));
        }
    }

    /// The files of a part as they were generated last; empty if it never was.
    public Optional<Map<String, String>> generated(String part) throws IOException {
        try (var repository = open()) {
            return BranchUpdate.before(repository, part);
        }
    }

    /// Brings what is generated onto the branch, and into the work tree, without losing a person's edit.
    ///
    /// @param message the commit's, if one is needed
    public BranchUpdateAnswer bring(GeneratedPart generated, String message, Instant at) throws IOException {
        try (var repository = open()) {
            return new BranchUpdate(repository, generated).bring(message, at);
        }
    }

    /// Does the branch hold nothing but what was generated for these parts?
    public boolean holdsOnlyGenerated() throws IOException {
        try (var repository = open()) {
            return BranchUpdate.holdsOnlyGenerated(repository);
        }
    }

    /// Gives the repository another name, beside this one.
    ///
    /// @return where it is then
    public Path moveAside() throws IOException {
        for (int number = 1; ; number++) {
            var kept = folder.resolveSibling(folder.getFileName() + "-kept-" + number);
            if (!Files.exists(kept)) {
                return Files.move(folder, kept, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /// Removes the repository with everything in it.
    public void remove() throws IOException {
        // Under another name first, so that what is half removed is no repository.
        var aside = folder.resolveSibling(folder.getFileName() + ".old");
        remove(aside);
        if (Files.exists(folder)) {
            Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
        }
        remove(aside);
        remove(folder.resolveSibling(folder.getFileName() + ".new"));
    }

    private static void remove(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
