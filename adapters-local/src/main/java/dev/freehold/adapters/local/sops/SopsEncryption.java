package dev.freehold.adapters.local.sops;

import dev.freehold.adapters.local.age.Identity;
import dev.freehold.adapters.local.age.IdentityFile;
import dev.freehold.adapters.local.age.Recipient;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.secret.HomeIdentity;
import dev.freehold.ports.document.DocumentEncryption;
import dev.freehold.ports.document.DocumentEncryption.NoIdentity;
import dev.freehold.ports.document.DocumentEncryption.Opened;
import dev.freehold.ports.document.DocumentEncryption.Opening;
import dev.freehold.ports.document.DocumentEncryption.UnreadableIdentity;
import dev.freehold.ports.secret.Passphrases;
import dev.freehold.ports.secret.Undecryptable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// [DocumentEncryption] as `sops` does it with age, by the rules in `.sops.yaml`. The identities of a target's
/// folder are at hand without being named: the platform's, in `secrets/age`, and the home's own.
///
/// @param passphrases of files of identities that have one
public record SopsEncryption(TargetFolder target, HomeIdentity own, Passphrases passphrases)
        implements DocumentEncryption {

    @Override
    public Place of(Path file) {
        return new PlaceOf(this, file, SopsFormat.of(file));
    }

    private record PlaceOf(SopsEncryption sops, Path file, SopsFormat format) implements Place {
        @Override
        public Ruling rule() {
            var above = CreationRules.above(file);
            if (above.isEmpty()) {
                return new NoRules(CreationRules.FILE_NAME);
            }
            var rules = above.get();
            return rules.of(file)
                    .<Ruling>map(rule -> new RuleOf(rule, format))
                    .orElseGet(() -> new NoneFits(rules.file()));
        }

        @Override
        public Closed read(byte[] encrypted) {
            var document = SopsFile.read(encrypted, format);
            return (required, further) -> sops.opening(document, required, further);
        }
    }

    private record RuleOf(CreationRule rule, SopsFormat format) implements Rule {
        @Override
        public List<String> recipients() {
            return texts(rule.recipients());
        }

        @Override
        public byte[] encrypt(byte[] plain, Instant now) {
            return SopsFile.encrypt(plain, format, rule, now);
        }
    }

    private Opening opening(SopsFile document, List<Path> required, List<Path> further) {
        var identities = new ArrayList<Identity>();
        for (var file : required) {
            try {
                identities.addAll(read(file));
            } catch (IOException unreadable) {
                return new UnreadableIdentity(file, unreadable);
            } catch (Undecryptable none) {
                return new NoIdentity(file, none);
            }
        }
        further.forEach(file -> identities.addAll(readIfPossible(file)));
        var folder = target.secrets().resolve("age");
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                files.sorted().forEach(file -> identities.addAll(readIfPossible(file)));
            } catch (IOException unreadable) {
                return new UnreadableIdentity(folder, unreadable);
            }
        }
        if (Files.exists(own.file()) && texts(document.recipients()).contains(own.recipient())) {
            identities.addAll(own.identities());
        }
        return new OpenedFile(document, identities, document.decrypt(identities));
    }

    private List<Identity> read(Path file) throws IOException {
        var content = Files.readAllBytes(file);
        return IdentityFile.isProtected(content)
                ? IdentityFile.read(content, passphrases.of(file))
                : IdentityFile.read(content);
    }

    private List<Identity> readIfPossible(Path file) {
        try {
            return read(file);
        } catch (IOException | Undecryptable _) {
            // Another may fit.
            return List.of();
        }
    }

    private static List<String> texts(List<Recipient> recipients) {
        return recipients.stream().map(Recipient::text).toList();
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
    private record OpenedFile(SopsFile file, List<Identity> identities, byte[] plain) implements Opened {
        @Override
        public List<String> recipients() {
            return texts(file.recipients());
        }

        @Override
        public byte[] edited(byte[] plain, Instant now) {
            return file.edit(plain, identities, now);
        }

        @Override
        public byte[] withRecipients(List<String> recipients) {
            return file.updateKeys(recipients.stream().map(Recipient::new).toList(), identities);
        }

        @Override
        public byte[] rotated(Instant now) {
            return file.rotate(identities, now);
        }
    }
}
