package dev.freehold.adapters.local.ssh;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.ports.file.FileReplacement;
import dev.freehold.ports.host.ChosenKey;
import dev.freehold.ports.host.ChosenKey.Signer;
import dev.freehold.ports.host.KeyChoice;
import dev.freehold.ports.host.LoginKey;
import dev.freehold.ports.host.SshAgent;
import dev.freehold.ports.host.SshPublicKey;
import dev.freehold.ports.state.UnusableHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// [KeyChoice] in two files: `secrets/ssh/<name>.chosen` says which key of the user's own is settled, and
/// `<name>.next` which choice is open. Neither holds the key itself, so that no backup does, and a restored home
/// knows which one it was.
public final class FileKeyChoice implements KeyChoice {
    /// The first line, with the format's version.
    private static final String HEAD = "freehold-ssh-key 1";

    private static final String MADE = "made";
    private static final String KEY = "key ";
    private static final String FILE = "file ";
    private static final String AGENT = "agent";

    private static final String CHOSEN = ".chosen";
    private static final String NEXT = ".next";

    private final TargetFolder target;
    private final String name;

    /// Touches no file.
    ///
    /// @param name the key pair's
    public FileKeyChoice(TargetFolder target, String name) {
        this.target = target;
        this.name = name;
    }

    private Path folder() {
        return target.secrets().resolve("ssh");
    }

    private Path file(String ending) {
        return folder().resolve(name + ending);
    }

    @Override
    public Path madeFile() {
        return folder().resolve(name);
    }

    @Override
    public Optional<SshPublicKey> madeKey() {
        try {
            return Files.exists(madeFile())
                    ? SshPublicKey.ofLine(
                            OpenSshKey.read(Files.readAllBytes(madeFile())).publicLine())
                    : Optional.empty();
        } catch (IOException | UnreadableKey unusable) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<ChosenKey> settled() {
        return read(CHOSEN);
    }

    /// Was anything chosen, whatever became of it?
    boolean isRemembered() {
        return isOpen() || Files.exists(file(CHOSEN));
    }

    @Override
    public boolean isOpen() {
        return Files.exists(file(NEXT));
    }

    @Override
    public Optional<SshPublicKey> openKey() {
        return isOpen() ? latest().map(ChosenKey::key).or(this::madeKey) : Optional.empty();
    }

    /// What the platform is to have: what was chosen last.
    Optional<ChosenKey> latest() {
        return isOpen() ? read(NEXT) : settled();
    }

    private Optional<ChosenKey> read(String ending) {
        var file = file(ending);
        try {
            return Files.exists(file) ? parsed(file, Files.readString(file, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException failure) {
            throw UnusableHome.unreadable(file, failure);
        }
    }

    private static Optional<ChosenKey> parsed(Path file, String text) {
        var lines = text.lines().toList();
        if (lines.equals(List.of(HEAD, MADE))) {
            return Optional.empty();
        }
        var key = Optional.<SshPublicKey>empty();
        var own = Optional.<Path>empty();
        boolean agent = false;
        boolean known = !lines.isEmpty() && lines.getFirst().equals(HEAD);
        for (var line : lines.subList(known ? 1 : lines.size(), lines.size())) {
            if (line.startsWith(KEY)) {
                key = SshPublicKey.ofLine(line.substring(KEY.length()));
            } else if (line.startsWith(FILE)) {
                own = Optional.of(Path.of(line.substring(FILE.length())));
            } else if (line.equals(AGENT)) {
                agent = true;
            } else {
                known = false;
            }
        }
        if (!known || key.isEmpty() || (own.isEmpty() && !agent)) {
            throw new UnusableHome(
                    file,
                    file + " is damaged, or of another version of Freehold. Put it back from a backup, or remove it"
                            + " and choose the key again: " + NextCommand.setUpSshWithKey("FILE") + ".");
        }
        return Optional.of(new ChosenKey(key.get(), own.orElse(null), agent ? Signer.AGENT : Signer.FILE));
    }

    @Override
    public void choose(ChosenKey chosen) {
        var text = new StringBuilder(HEAD).append('\n');
        text.append(KEY).append(chosen.key().line()).append('\n');
        if (chosen.file() != null) {
            text.append(FILE).append(chosen.file()).append('\n');
        }
        if (chosen.isWithAgent()) {
            text.append(AGENT).append('\n');
        }
        write(text.toString());
    }

    @Override
    public void chooseMade() {
        write(HEAD + '\n' + MADE + '\n');
    }

    @Override
    public void keepSettled() {
        delete(NEXT);
    }

    private void write(String text) {
        try {
            target.prepare(folder());
            FileReplacement.write(folder(), name + NEXT, text.getBytes(StandardCharsets.UTF_8), target.disk());
        } catch (IOException failure) {
            throw UnusableHome.unwritable(file(NEXT), failure);
        }
    }

    /// From now on the platform has what was chosen last.
    void settle() {
        if (!isOpen()) {
            return;
        }
        if (latest().isEmpty()) {
            delete(CHOSEN);
            delete(NEXT);
            return;
        }
        try {
            FileReplacement.put(file(NEXT), folder(), name + CHOSEN, target.disk());
        } catch (IOException failure) {
            throw UnusableHome.unwritable(file(CHOSEN), failure);
        }
    }

    /// Nothing was ever chosen.
    void forget() {
        delete(NEXT);
        delete(CHOSEN);
    }

    private void delete(String ending) {
        try {
            Files.deleteIfExists(file(ending));
            Files.deleteIfExists(file(ending + ".new"));
        } catch (IOException failure) {
            throw UnusableHome.unwritable(file(ending), failure);
        }
    }

    @Override
    public LoginKey loginKey(SshAgent agent) {
        return settled().map(chosen -> chosen.loginKey(agent)).orElseGet(() -> new LoginKey.InFile(madeFile()));
    }
}
