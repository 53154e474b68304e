package dev.freehold.ports.fetch;

import dev.freehold.ports.driver.Context;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// What the network gives that is not made here: charts, manifests, images. What was fetched once is kept, and
/// must not come out differently a second time.
public interface Fetcher {

    /// The file of `artifact`, from what is kept or from the network.
    ///
    /// @throws Busy the server is throttling or faulty
    /// @throws Silent the server can't be reached or does not answer in time; nothing was changed by asking
    Answer fetch(Artifact artifact, Context context) throws InterruptedException;

    /// One file under one address.
    ///
    /// @param name for people, and for the memory of what it was: `cilium-1.20.3`; in `[a-z0-9.-]`
    /// @param source where its publisher has it
    /// @param sha256 in lower-case hex, where it is known beforehand; else what came first counts from then on
    record Artifact(String name, URI source, Optional<String> sha256) {
        public Artifact {
            if (!name.matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?")) {
                throw new IllegalArgumentException("'" + name + "' is no name for an artifact");
            }
        }

        public static Artifact at(String name, String source) {
            return new Artifact(name, URI.create(source), Optional.empty());
        }
    }

    sealed interface Answer {}

    /// It is there.
    ///
    /// @param file a whole file, not to be changed
    /// @param sha256 of its bytes, in lower-case hex
    record Fetched(Path file, String sha256) implements Answer {}

    /// It is not there and won't be without a person: it does not exist, it is not what it was, or the network
    /// is not to be used.
    ///
    /// @param code `Offline`, `NotFound`, `Altered` or `TooLarge`
    /// @param words what happened, and what to do about it
    record NotFetched(String code, String words) implements Answer {}
}
