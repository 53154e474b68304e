package dev.freehold.lab.git;

import dev.freehold.lab.file.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.api.errors.InvalidRefNameException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/// Bare repositories in a folder, by the address that they are at anywhere else: `HOST/PATH`.
final class BareRepositories {
    private static final String BRANCH = "main";
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";

    private final Path folder;
    private final ReentrantLock making = new ReentrantLock();

    BareRepositories(Path folder) {
        this.folder = folder;
    }

    /// The repository at that address; empty if nobody has pushed anything there.
    Optional<Repository> open(String address) throws IOException {
        var place = place(address);
        return Files.exists(place.resolve("config")) ? Optional.of(build(place)) : Optional.empty();
    }

    /// The same, made if it is not there: hosts that do so spare a person one step.
    Repository openOrMake(String address) throws IOException {
        making.lock();
        try {
            var place = place(address);
            if (!Files.exists(place.resolve("config"))) {
                OwnerOnly.folder(place);
                try (var made = build(place)) {
                    made.create(true);
                }
            }
            return build(place);
        } finally {
            making.unlock();
        }
    }

    private static Repository build(Path place) throws IOException {
        try {
            return new FileRepositoryBuilder()
                    .setGitDir(place.toFile())
                    .setBare()
                    .setInitialBranch(BRANCH)
                    .build();
        } catch (InvalidRefNameException impossible) {
            throw new IOException(BRANCH + " is a branch's name", impossible);
        }
    }

    /// An address may hold anything; a name of a folder may not.
    private Path place(String address) {
        var name = new StringBuilder();
        for (byte one : address.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(one) >= 0) {
                name.append((char) one);
            } else {
                name.append("_%02x".formatted(one & 0xff));
            }
        }
        return folder.resolve(name.append(".git").toString());
    }
}
