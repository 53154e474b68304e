package dev.freehold.adapters.local.secret;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.ports.secret.SecretBackups;
import dev.freehold.ports.secret.SecretBackups.Restored;
import dev.freehold.ports.state.UnusableHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Brings a backup's files back into a target's `secrets/`. Where nothing is kept, all of them come at once, with
/// one rename; where something is, it stays, and only what is missing is added, each file whole; or all of it is
/// moved aside. Killed anywhere, the same restoring again ends it.
final class VaultRestore implements SecretBackups.Opened {
    private static final String ASIDE = "secrets.restored";
    private static final String REPLACED = "secrets.replaced";

    private final TargetFolder target;
    private final OpenedBackup backup;

    VaultRestore(TargetFolder target, OpenedBackup backup) {
        this.target = target;
        this.backup = backup;
    }

    @Override
    public int size() {
        return backup.size();
    }

    /// @throws UnusableHome if one can't be read
    @Override
    public List<String> conflicts() {
        var conflicts = new ArrayList<String>();
        backup.files().forEach((place, kept) -> {
            var file = target.secrets().resolve(place);
            try {
                if (Files.exists(file) && !(Files.isRegularFile(file) && kept.says(Files.readAllBytes(file)))) {
                    conflicts.add(place);
                }
            } catch (IOException failure) {
                throw UnusableHome.unreadable(file, failure);
            }
        });
        return conflicts.stream().sorted().toList();
    }

    /// @throws UnusableHome if a file can't be written
    @Override
    public Restored add() {
        if (isEmpty()) {
            return new Restored(bring(), null);
        }
        int added = 0;
        // The identity first: without it the rest would be read by nobody if this ended here.
        var places = backup.files().keySet().stream()
                .sorted(Comparator.comparing((String place) -> !place.equals(HomeIdentity.NAME))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (var place : places) {
            if (!Files.exists(target.secrets().resolve(place))) {
                write(target.secrets(), place);
                added++;
            }
        }
        return new Restored(added, null);
    }

    /// @throws UnusableHome if a file can't be written; what was there is there
    @Override
    public Restored replace() {
        if (isEmpty()) {
            return add();
        }
        var aside = free();
        try {
            prepare();
            Files.move(target.secrets(), aside, StandardCopyOption.ATOMIC_MOVE);
            Files.move(target.path().resolve(ASIDE), target.secrets(), StandardCopyOption.ATOMIC_MOVE);
            target.disk().forceNames(target.path());
        } catch (IOException failure) {
            throw UnusableHome.unwritable(target.secrets(), failure);
        }
        return new Restored(backup.size(), aside);
    }

    private boolean isEmpty() {
        return new VaultBackup(target).files().isEmpty();
    }

    private int bring() {
        try {
            prepare();
            // Folders with nothing in them are in the way of the rename.
            clear(target.secrets());
            Files.move(target.path().resolve(ASIDE), target.secrets(), StandardCopyOption.ATOMIC_MOVE);
            target.disk().forceNames(target.path());
        } catch (IOException failure) {
            throw UnusableHome.unwritable(target.secrets(), failure);
        }
        return backup.size();
    }

    /// All files, written aside.
    private void prepare() throws IOException {
        var aside = target.path().resolve(ASIDE);
        target.prepare(target.path());
        clear(aside);
        for (var place : backup.files().keySet()) {
            write(aside, place);
        }
    }

    private void write(Path root, String place) {
        var kept = backup.files().get(place);
        var file = root.resolve(place);
        var folder = file.getParent();
        if (kept == null || folder == null) {
            throw new IllegalArgumentException(place + " is no file of the backup");
        }
        new SecretFolder(target, folder).write(String.valueOf(file.getFileName()), kept.content(), kept.at());
    }

    /// Removes a folder with all that is in it.
    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /// Where nothing lies yet: nothing that was moved aside before is lost.
    private Path free() {
        var aside = target.path().resolve(REPLACED);
        for (int number = 2; Files.exists(aside); number++) {
            aside = target.path().resolve(REPLACED + '-' + number);
        }
        return aside;
    }
}
