package dev.freehold.lab.packages;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// A Debian package that installs where the vendor's own would, and does nothing. It fits every architecture and
/// has no maintainer scripts.
///
/// @param version ends in `~lab1`, so that the vendor's own of that number is newer
/// @param depends names of further packages
/// @param files by paths without a slash in front; their folders come along by themselves
record StandInPackage(String name, String version, List<String> depends, String summary, List<ArchiveEntry> files) {
    private static final String MAINTAINER = "Freehold's lab <lab@freehold.invalid>";

    StandInPackage {
        depends = List.copyOf(depends);
        files = List.copyOf(files);
    }

    /// Of the package's file in a pool.
    String fileName() {
        return name + '_' + version + "_all.deb";
    }

    /// What `control` in the package and the repository's index say alike; one line a field.
    String control() {
        return "Package: " + name + '\n'
                + "Version: " + version + '\n'
                + "Architecture: all\n"
                + "Maintainer: " + MAINTAINER + '\n'
                + "Installed-Size: " + installedKibibytes() + '\n'
                + (depends.isEmpty() ? "" : "Depends: " + String.join(", ", depends) + '\n')
                + "Section: admin\n"
                + "Priority: optional\n"
                + "Description: stand-in for " + summary + '\n'
                + " Made by Freehold's lab to try image builds on. It is not the vendor's software, and does\n"
                + " nothing of what that does.\n";
    }

    /// Rounded up a file, and one a folder, as dpkg-gencontrol counts.
    private int installedKibibytes() {
        int kibibytes = 0;
        for (var entry : contents()) {
            kibibytes += Math.max(1, (entry.content().length + 1023) / 1024);
        }
        return kibibytes;
    }

    /// The package (deb(5), format 2.0): an `ar` archive of three members.
    byte[] deb() {
        var out = new ByteArrayOutputStream();
        out.writeBytes("!<arch>\n".getBytes(StandardCharsets.US_ASCII));
        add(out, "debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII));
        add(
                out,
                "control.tar.gz",
                Tarball.of(List.of(ArchiveEntry.folder("./"), ArchiveEntry.file("./control", control()))));
        add(out, "data.tar.gz", Tarball.of(contents()));
        return out.toByteArray();
    }

    /// With every folder before what is in it: dpkg makes none by itself.
    private List<ArchiveEntry> contents() {
        var folders = new TreeSet<String>();
        var all = new ArrayList<>(files);
        all.add(ArchiveEntry.file(
                "usr/share/doc/" + name + "/copyright", "A stand-in of Freehold's lab: " + summary + ".\n"));
        for (var file : all) {
            var path = "./" + file.name();
            for (int slash = path.indexOf('/');
                    slash >= 0 && slash < path.length() - 1;
                    slash = path.indexOf('/', slash + 1)) {
                folders.add(path.substring(0, slash + 1));
            }
        }
        var contents = new ArrayList<ArchiveEntry>();
        folders.forEach(folder -> contents.add(ArchiveEntry.folder(folder)));
        all.forEach(file -> contents.add(new ArchiveEntry("./" + file.name(), file.mode(), file.text())));
        return contents;
    }

    private static void add(ByteArrayOutputStream out, String member, byte[] content) {
        var header = "%-16s%-12d%-6d%-6d%-8o%-10d`\n".formatted(member, 0, 0, 0, 0100644, content.length);
        out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(content);
        if (content.length % 2 == 1) {
            out.write('\n');
        }
    }
}
