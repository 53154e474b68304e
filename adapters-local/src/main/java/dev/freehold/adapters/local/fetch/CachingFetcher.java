package dev.freehold.adapters.local.fetch;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Silent;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.fetch.Fetcher;
import dev.freehold.ports.file.PrivateFile;
import dev.freehold.ports.state.UnusableHome;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Fetches over HTTP and keeps what came by its SHA-256 under `cache/` in the target's folder. An artifact
/// that was pinned and comes differently is refused.
public final class CachingFetcher implements Fetcher {
    /// Charts and manifests have a few megabytes at most.
    private static final long MOST_BYTES = 64L << 20;

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_ANSWER = Duration.ofMinutes(2);

    private final TargetFolder target;
    private final Redirections redirections;
    private final boolean offline;
    private final Pins pins;

    /// One that uses the network for what is not kept.
    public static CachingFetcher online(TargetFolder target, Redirections redirections) {
        return new CachingFetcher(target, redirections, false);
    }

    /// One that leaves the network alone.
    public static CachingFetcher offline(TargetFolder target) {
        return new CachingFetcher(target, Redirections.NONE, true);
    }

    private CachingFetcher(TargetFolder target, Redirections redirections, boolean offline) {
        this.target = target;
        this.redirections = redirections;
        this.offline = offline;
        this.pins = new Pins(target.path().resolve("pins"), target.disk());
    }

    @Override
    public Answer fetch(Artifact artifact, Context context) throws InterruptedException {
        try {
            var pinned =
                    artifact.sha256().isPresent() ? artifact.sha256() : pins.of(artifact.name(), artifact.source());
            var kept = pinned.map(this::kept).filter(file -> isWhole(file, pinned.get()));
            if (kept.isPresent()) {
                return new Fetched(kept.get(), pinned.get());
            }
            if (offline) {
                return brought(artifact, pinned);
            }
            context.progress().report("fetching " + artifact.name());
            return download(artifact, pinned);
        } catch (IOException failure) {
            throw new Unforeseen(words(UnusableHome.unwritable(folder(), failure)));
        } catch (UnusableHome unusable) {
            throw new Unforeseen(words(unusable));
        }
    }

    private static String words(UnusableHome unusable) {
        return String.valueOf(unusable.getMessage());
    }

    private Path folder() {
        return target.path().resolve("cache");
    }

    private Path kept(String sha256) {
        return folder().resolve(sha256);
    }

    /// A file that was kept may have been cut by a full disk or by hand; then it comes anew.
    private static boolean isWhole(Path file, String sha256) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            return digest(in, null).sha256().equals(sha256);
        } catch (IOException _) {
            return false;
        }
    }

    /// Without the network a person can bring it, under its name.
    private Answer brought(Artifact artifact, Optional<String> pinned) throws IOException {
        target.prepare(folder());
        var put = folder().resolve(artifact.name());
        if (!Files.isRegularFile(put)) {
            var which = pinned.map(sha256 -> "its SHA-256 has to be " + sha256)
                    .orElse("it never came before, so what you bring counts from then on");
            return new NotFetched(
                    "Offline",
                    artifact.name() + " is not kept on this computer, and the network is not to be used. Fetch "
                            + artifact.source() + " elsewhere (" + which + "), and put it here as " + put + ".");
        }
        Taken taken;
        try (var in = Files.newInputStream(put)) {
            taken = digest(in, null);
        }
        var objection = objection(artifact, pinned, taken);
        return objection.isPresent() ? objection.get() : kept(artifact, put, taken);
    }

    private Answer download(Artifact artifact, Optional<String> pinned) throws IOException, InterruptedException {
        var source = redirections.of(artifact.source());
        target.prepare(folder());
        var aside = folder().resolve(artifact.name() + ".part");
        Taken taken;
        // One client a download: they are few, and a client keeps threads.
        try (var client = HttpClient.newBuilder()
                .connectTimeout(TO_CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            var answer = send(client, source);
            try (var body = answer.body()) {
                var refusal = refusal(artifact, source, answer);
                if (refusal.isPresent()) {
                    return refusal.get();
                }
                taken = taken(body, aside, source);
            }
        }
        var objection = objection(artifact, pinned, taken);
        if (objection.isPresent()) {
            Files.deleteIfExists(aside);
            return objection.get();
        }
        return kept(artifact, aside, taken);
    }

    private Optional<NotFetched> objection(Artifact artifact, Optional<String> pinned, Taken taken) {
        if (taken.length() > MOST_BYTES) {
            return Optional.of(new NotFetched(
                    "TooLarge",
                    artifact.name() + " from " + artifact.source() + " is larger than " + (MOST_BYTES >> 20)
                            + " MiB. Is it the right address?"));
        }
        return pinned.filter(sha256 -> !sha256.equals(taken.sha256()))
                .map(sha256 -> new NotFetched("Altered", altered(artifact, sha256, taken.sha256())));
    }

    private Fetched kept(Artifact artifact, Path came, Taken taken) throws IOException {
        PrivateFile.close(came);
        Files.move(came, kept(taken.sha256()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        target.disk().forceNames(folder());
        target.prepare(target.path().resolve("pins"));
        pins.pin(artifact.name(), artifact.source(), taken.sha256());
        return new Fetched(kept(taken.sha256()), taken.sha256());
    }

    private String altered(Artifact artifact, String pinned, String came) {
        return artifact.name() + " from " + artifact.source() + " is not what it was: its SHA-256 is " + came + ", and "
                + pinned + " was expected. Find out why before you trust it; "
                + (artifact.sha256().isPresent()
                        ? "a newer Freehold may expect another."
                        : "to take the new one, remove " + pins.file(artifact.name()) + ".");
    }

    private static HttpResponse<InputStream> send(HttpClient client, URI source) throws InterruptedException {
        try {
            return client.send(
                    HttpRequest.newBuilder(source).timeout(TO_ANSWER).GET().build(), BodyHandlers.ofInputStream());
        } catch (IOException failure) {
            throw silent(source, failure);
        }
    }

    private static Silent silent(URI source, IOException failure) {
        var why = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return new Silent(source + " did not give its answer: " + why + ".");
    }

    private static Optional<NotFetched> refusal(Artifact artifact, URI source, HttpResponse<?> answer) {
        int status = answer.statusCode();
        if (status == 200) {
            return Optional.empty();
        }
        if (status == 429 || status >= 500) {
            var after = answer.headers().firstValue("Retry-After").filter(seconds -> seconds.matches("[0-9]{1,6}"));
            throw new Busy(
                    source + " answered " + status + ".",
                    after.map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                            .orElse(null));
        }
        return Optional.of(
                new NotFetched("NotFound", artifact.name() + " can't be had: " + source + " answered " + status + "."));
    }

    private static Taken taken(InputStream body, Path aside, URI source) throws IOException {
        Files.deleteIfExists(aside);
        PrivateFile.create(aside);
        try (var out = Files.newOutputStream(aside)) {
            return digest(body, out);
        } catch (IOException failure) {
            // The body broke off, or the disk is full; either way nothing is kept of it.
            if (Files.getFileStore(aside).getUsableSpace() > MOST_BYTES) {
                throw silent(source, failure);
            }
            throw failure;
        }
    }

    /// @param length no more than a little above [#MOST_BYTES]
    private record Taken(String sha256, long length) {}

    private static Taken digest(InputStream in, @Nullable OutputStream out) throws IOException {
        var digest = sha256();
        var buffer = new byte[1 << 16];
        long length = 0;
        for (int read = in.read(buffer); read >= 0 && length <= MOST_BYTES; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
            if (out != null) {
                out.write(buffer, 0, read);
            }
            length += read;
        }
        return new Taken(HexFormat.of().formatHex(digest.digest()), length);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
