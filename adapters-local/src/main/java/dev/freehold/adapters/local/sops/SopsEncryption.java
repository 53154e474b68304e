package dev.freehold.adapters.local.sops;

import dev.freehold.adapters.local.age.Identity;
import dev.freehold.adapters.local.age.Recipient;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.home.UserHome;
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
            var search = RulesSearch.above(file, UserHome.folder());
            if (search.rules().isEmpty()) {
                return new NoRules(RulesSearch.NAME, search.last(), search.overlooked());
            }
            var rules = CreationRules.in(search.rules().get());
            return rules.of(file)
                    .<Ruling>map(rule -> new RuleOf(rules.file(), rule, format))
                    .orElseGet(() -> new NoneFits(rules.file()));
        }

        @Override
        public Closed read(byte[] encrypted) {
            var document = SopsFile.read(encrypted, format);
            return (required, further) -> sops.opening(document, required, further);
        }
    }

    private record RuleOf(Path file, CreationRule rule, SopsFormat format) implements Rule {
        @Override
        public List<String> recipients() {
            return texts(rule.recipients());
        }

        @Override
        public List<String> remarks() {
            return rule.remarks();
        }

        @Override
        public Encrypted encrypt(byte[] plain, Instant now) {
            return encrypted(SopsFile.seal(plain, format, rule, now), rule.selection());
        }
    }

    private static Encrypted encrypted(SopsFile.Sealed sealed, Selection by) {
        return new Encrypted(
                sealed.content(),
                sealed.hidesNothing()
                        ? List.of("nothing in it is encrypted, and everybody can read it: by " + by.words()
                                + " all of its values stay plain")
                        : List.of());
    }

    private Opening opening(SopsFile document, List<Path> required, List<Path> further) {
        var identities = new OpeningIdentities(passphrases);
        for (var file : required) {
            try {
                identities.read(file);
            } catch (IOException unreadable) {
                return new UnreadableIdentity(file, unreadable);
            } catch (Undecryptable none) {
                return new NoIdentity(file, none);
            }
        }
        further.forEach(identities::readIfPossible);
        var folder = target.secrets().resolve("age");
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                files.sorted().forEach(identities::readIfPossible);
            } catch (IOException unreadable) {
                return new UnreadableIdentity(folder, unreadable);
            }
        }
        if (Files.exists(own.file()) && texts(document.recipients()).contains(own.recipient())) {
            identities.add(own.identities());
            identities.warnOf(own.file());
        }
        var plain = identities.open(document);
        return new OpenedFile(document, identities.identities(), identities.remarks(), plain);
    }

    private static List<String> texts(List<Recipient> recipients) {
        return recipients.stream().map(Recipient::text).toList();
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
    private record OpenedFile(SopsFile file, List<Identity> identities, List<String> remarks, byte[] plain)
            implements Opened {
        @Override
        public List<String> recipients() {
            return texts(file.recipients());
        }

        @Override
        public Encrypted edited(byte[] plain, Instant now) {
            return encrypted(file.edit(plain, identities, now), file.selection());
        }

        @Override
        public byte[] withRecipients(List<String> recipients) {
            return file.updateKeys(recipients.stream().map(Recipient::new).toList(), identities);
        }

        @Override
        public Encrypted rotated(Instant now) {
            return encrypted(file.rotate(identities, now), file.selection());
        }
    }
}
