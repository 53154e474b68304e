package dev.freehold.adapters.local.record;

import dev.freehold.domain.resource.Setting;
import dev.freehold.ports.state.UnusableHome;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/// What a file's first record says of the others, and the way from each earlier version to today's.
///
/// @param name what kind of file it is
/// @param first the oldest version that can be read
/// @param migrations each takes a record from one version to the next, the oldest version first
public record RecordFormat(String name, int first, List<Migration> migrations) {
    private static final String NAME = "format";
    private static final String VERSION = "version";

    public RecordFormat {
        migrations = List.copyOf(migrations);
    }

    /// Takes one record from a version to the next. The record of the format itself is not shown to it.
    @FunctionalInterface
    public interface Migration {
        Setting.Group migrate(Setting.Group before);
    }

    public int current() {
        return first + migrations.size();
    }

    /// The first record of a file of today's version.
    public Setting.Group header() {
        var members = new LinkedHashMap<String, Setting>();
        members.put(NAME, Setting.text(name));
        members.put(VERSION, Setting.number(current()));
        return new Setting.Group(members);
    }

    /// The version of the file whose records these are.
    ///
    /// @throws DamagedRecord if the first record is no header of this format
    /// @throws UnusableHome if a newer Freehold wrote it, or one too old
    public int versionOf(Records records, Path file) {
        var header = records.get(0).members();
        if (!(header.get(NAME) instanceof Setting.Text(var found)) || !found.equals(name)) {
            throw records.damaged(0, "it does not say that this is a " + name);
        }
        if (!(header.get(VERSION) instanceof Setting.Quantity(var version))) {
            throw records.damaged(0, "it does not say which version of " + name + " this is");
        }
        if (version.intValue() < first || version.intValue() > current()) {
            throw new UnusableHome(
                    file,
                    file + " is of version " + version + " of " + name + "; this Freehold reads "
                            + (first == current() ? "version " + first : "versions " + first + " to " + current())
                            + ".\nUse the Freehold that wrote it, or a newer one.");
        }
        return version.intValue();
    }

    /// `record`, which is of `version`, as today's version has it.
    public Setting.Group migrated(Setting.Group record, int version) {
        var migrated = record;
        for (var migration : migrations.subList(version - first, migrations.size())) {
            migrated = migration.migrate(migrated);
        }
        return migrated;
    }
}
