package dev.freehold.adapters.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// What a process keeps beside other files for a while carries the process's number in its name, so that whoever
/// finds it later knows whether it was left behind.
public final class AbandonedFiles {
    /// What is written aside ends so.
    public static final String ASIDE = ".new";

    /// The number, and when the process began: numbers are given again.
    private static final Pattern MARK = Pattern.compile("([0-9]{1,18})(?:_([0-9]{1,18}))?(?:[.-].*)?");

    /// A mark, or a number and how many came before, as earlier versions wrote it. Next to a person's files
    /// nothing less will do.
    private static final Pattern WRITTEN_ASIDE = Pattern.compile("[0-9]{1,18}(_[0-9]{1,18}(-[0-9]+)?|-[0-9]+)\\.new");

    private AbandonedFiles() {}

    /// This process's, to be followed by a dash, a dot or nothing.
    public static String mark() {
        var self = ProcessHandle.current();
        return self.pid() + "_" + started(self);
    }

    private static long started(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(instant -> instant.getEpochSecond())
                .orElse(0L);
    }

    /// Whether the process of a mark, with which `text` begins, has ended. What has none was left by a program
    /// that wrote none.
    public static boolean isLeft(String text) {
        var mark = MARK.matcher(text);
        if (!mark.matches()) {
            return true;
        }
        var process = ProcessHandle.of(Long.parseLong(mark.group(1)));
        // Where the system does not say when it began, the number has to do. A second is how exactly it does.
        return process.isEmpty()
                || (mark.group(2) != null
                        && started(process.get()) != 0
                        && Math.abs(started(process.get()) - Long.parseLong(mark.group(2))) > 1);
    }

    /// Removes what was written aside and left in `folder`, under names of `prefix`, a mark and [#ASIDE]. What
    /// is in use stays, and so does whatever carries no mark.
    public static void removeAside(Path folder, String prefix) throws IOException {
        for (var file : named(folder, prefix)) {
            var rest = String.valueOf(file.getFileName()).substring(prefix.length());
            if (WRITTEN_ASIDE.matcher(rest).matches() && isLeft(rest)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Removes the folders that were left in `folder`, under names of `prefix` and a mark, with all that is in
    /// them.
    static void removeFolders(Path folder, String prefix) throws IOException {
        for (var file : named(folder, prefix)) {
            var rest = String.valueOf(file.getFileName()).substring(prefix.length());
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) && rest.contains("_") && isLeft(rest)) {
                removeAll(file);
            }
        }
    }

    private static List<Path> named(Path folder, String prefix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
                    .toList();
        }
    }

    /// Removes a file, or a folder with all that is in it; follows no link.
    static void removeAll(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
