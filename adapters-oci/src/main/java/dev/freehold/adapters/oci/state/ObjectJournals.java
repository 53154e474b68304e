package dev.freehold.adapters.oci.state;

import dev.freehold.adapters.oci.state.Head.JournalObject;
import dev.freehold.adapters.oci.storage.ObjectStorage.Condition;
import dev.freehold.adapters.oci.storage.ObjectStorage.Content;
import dev.freehold.domain.journal.DamagedJournal;
import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.resource.Layer;
import dev.freehold.ports.driver.SystemFault;
import dev.freehold.ports.secret.Encryption;
import dev.freehold.ports.state.SharedJournals;
import dev.freehold.ports.state.StateCodec;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Each layer's journal as one encrypted object, the whole of it: some hundred kilobytes after years, and
/// nothing that could be missing in its middle.
public final class ObjectJournals implements SharedJournals {
    private final BucketFolder place;
    private final SharedHead head;
    private final StateCodec codec;
    private final Encryption encryption;

    public ObjectJournals(BucketFolder place, StateCodec codec, Encryption encryption) {
        this.place = place;
        this.head = new SharedHead(place);
        this.codec = codec;
        this.encryption = encryption;
    }

    @Override
    public Map<Layer, Long> versions() {
        var versions = new EnumMap<Layer, Long>(Layer.class);
        head.read().journals().forEach((layer, journal) -> versions.put(layer, journal.version()));
        return versions;
    }

    @Override
    public List<JournalEntry> entries(Layer layer) {
        var journal = head.read().journal(layer).orElse(null);
        while (journal != null) {
            var content = place.get(journal.object());
            if (content.isPresent()) {
                return entries(journal, content.get());
            }
            // A writer may have put another in its place between the two looks.
            var now = head.read().journal(layer).orElse(null);
            if (journal.equals(now)) {
                throw damaged(journal, "it is not there, although the head names it");
            }
            journal = now;
        }
        return List.of();
    }

    private List<JournalEntry> entries(JournalObject journal, Content content) {
        List<JournalEntry> entries;
        try {
            entries = codec.entries(encryption.decrypt(content.bytes()));
        } catch (IllegalArgumentException unreadable) {
            throw damaged(journal, String.valueOf(unreadable.getMessage()));
        }
        if (entries.size() != journal.version()) {
            throw damaged(journal, "it has " + entries.size() + " entries, and should have " + journal.version());
        }
        return entries;
    }

    private DamagedJournal damaged(JournalObject journal, String why) {
        return new DamagedJournal("The shared journal " + journal.object() + " in " + place + " can't be read: " + why
                + ". Nothing was changed; a computer that has the whole journal can share it again.");
    }

    @Override
    public void share(Layer layer, long known, List<JournalEntry> entries) {
        var before = head.read();
        refuseOvertaken(layer, known, before);
        if (known == entries.size()) {
            return;
        }
        var object = SharedHead.freshName(layer.word() + "/journal-" + entries.size());
        place.put(object, encryption.encrypt(codec.entries(entries)), new Condition.Absent());
        head.change(object, there -> {
            refuseOvertaken(layer, known, there);
            return there.with(layer, new JournalObject(entries.size(), object));
        });
        before.journal(layer).ifPresent(old -> forget(old.object()));
    }

    private void refuseOvertaken(Layer layer, long known, Head there) {
        long version = there.journal(layer).map(JournalObject::version).orElse(0L);
        if (version != known) {
            throw new IllegalStateException("version " + version + " of the journal of " + layer.word()
                    + " is shared in " + place + ", not version " + known + "; another computer was quicker");
        }
    }

    /// All that it said is in the one that followed.
    private void forget(String object) {
        try {
            place.delete(object, new Condition.Always());
        } catch (SystemFault _) {
            // It is in nobody's way.
        }
    }
}
