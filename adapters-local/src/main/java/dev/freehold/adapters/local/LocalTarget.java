package dev.freehold.adapters.local;

import dev.freehold.adapters.local.answers.FileAnswers;
import dev.freehold.adapters.local.fetch.CachingFetcher;
import dev.freehold.adapters.local.fetch.Redirections;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.ssh.FileKeyChoice;
import dev.freehold.ports.fetch.Fetcher;
import dev.freehold.ports.host.KeyChoice;
import dev.freehold.ports.person.AnswerStore;
import dev.freehold.ports.secret.Passphrases;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// What a home keeps for one target. The paths are where things lie or will lie; nothing here touches a file before
/// something is read or written.
public final class LocalTarget {
    private final TargetFolder folder;

    LocalTarget(TargetFolder folder) {
        this.folder = folder;
    }

    TargetFolder folder() {
        return folder;
    }

    public Path path() {
        return folder.path();
    }

    /// What sim and lab simulate.
    public Path world() {
        return folder.world();
    }

    /// The same, made by the home's own rules if it is not there: whoever finds a folder leaves it as it is.
    ///
    /// @throws dev.freehold.ports.state.UnusableHome if it can't be made
    public Path makeWorld() {
        return folder.prepare(folder.world());
    }

    /// The host keys of the platform's machines.
    public Path knownHosts() {
        return folder.secrets().resolve("ssh").resolve("known_hosts");
    }

    /// The journals, the published states and the simulated world. To be closed.
    ///
    /// @param durability of these files, which may be worth less than the home's others
    public LocalState state(Durability durability) {
        return new LocalState(folder.with(durability.disk()));
    }

    /// @param clock when something is set; a timeline's `now`
    /// @param passphrases of files that have one
    public LocalSecrets secrets(InstantSource clock, Passphrases passphrases) {
        return new LocalSecrets(folder, clock, passphrases);
    }

    /// Which SSH key a platform has.
    public KeyChoice keyChoice(String platform) {
        return new FileKeyChoice(folder, platform);
    }

    /// What was answered in a conversation that is not over.
    public AnswerStore answers(String conversation) {
        return new FileAnswers(folder, conversation);
    }

    /// Fetches over HTTP, and keeps what came.
    ///
    /// @param mirror which server has everything, under `HOST/PATH`; absent for the publishers themselves
    public Fetcher fetcher(Optional<URI> mirror) {
        return CachingFetcher.online(folder, new Redirections(mirror));
    }

    /// Gives what came before or a person brought, and calls nobody.
    public Fetcher offlineFetcher() {
        return CachingFetcher.offline(folder);
    }
}
