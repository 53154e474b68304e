package dev.freehold.adapters.local.ssh;

import dev.freehold.adapters.local.home.FolderNames;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.home.UnusableHome;
import dev.freehold.adapters.local.record.Durability;
import dev.freehold.adapters.local.record.Replacement;
import dev.freehold.ports.host.LoginKey;
import dev.freehold.ports.host.SshAgent;
import dev.freehold.ports.host.SshPublicKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// Which key a platform has: the pair that was made for it, or one of the user's own, of which only the place and
/// the public half are remembered, in `secrets/ssh/<name>.chosen`. So no backup holds such a key, and a restored
/// home knows which one it was.
///
/// What is chosen waits, in `<name>.next`, until the key pair's driver settles it: machines may be launched with
/// the key that the state knows until then.
public final class KeyChoice {
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
    public KeyChoice(TargetFolder target, String name) {
        this.target = target;
        this.name = name;
    }

    private Path folder() {
        return target.secrets().resolve("ssh");
    }

    private Path file(String ending) {
        return folder().resolve(name + ending);
    }

    /// Where the pair lies, or will lie, that is made for the platform.
    public Path madeFile() {
        return folder().resolve(name);
    }

    /// The public half of that pair; empty if there is none that can be read.
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

    /// The user's own key that the platform has; empty if it has the one that was made.
    ///
    /// @throws UnusableHome if that can't be told
    public Optional<ChosenKey> settled() {
        return read(CHOSEN);
    }

    /// Was anything chosen, whatever became of it?
    boolean isRemembered() {
        return isOpen() || Files.exists(file(CHOSEN));
    }

    /// Was something chosen that is not settled yet?
    public boolean isOpen() {
        return Files.exists(file(NEXT));
    }

    /// The key that was chosen last and is not settled yet; empty if nothing is open, or the pair is to be
    /// made.
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
                            + " and choose the key again: freehold setup ssh --ssh-key FILE");
        }
        return Optional.of(new ChosenKey(key.get(), own.orElse(null), agent));
    }

    /// The platform is to have that key. Its file is left as it is.
    ///
    /// @throws UnusableHome if that can't be written; what was chosen before stays
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

    /// The platform is to have the pair that is made for it.
    public void chooseMade() {
        write(HEAD + '\n' + MADE + '\n');
    }

    /// What was chosen and is not settled was not meant.
    public void keepSettled() {
        delete(NEXT);
    }

    private void write(String text) {
        try {
            target.prepare(folder());
            Replacement.writeForOwner(
                    folder(), name + NEXT, text.getBytes(StandardCharsets.UTF_8), Durability.POWER_CUT);
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
            Files.move(file(NEXT), file(CHOSEN), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            FolderNames.sync(folder());
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

    /// What machines are logged into with.
    ///
    /// @param agent asked where an agent has the key
    public LoginKey loginKey(SshAgent agent) {
        return settled().map(chosen -> chosen.loginKey(agent)).orElseGet(() -> new LoginKey.InFile(madeFile()));
    }
}
