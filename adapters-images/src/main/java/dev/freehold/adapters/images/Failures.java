package dev.freehold.adapters.images;

import static java.util.stream.Collectors.joining;

import dev.freehold.adapters.images.BuilderRun.Ended;
import dev.freehold.domain.spec.ImagesSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Why a build failed and what to do about it, for a person.
final class Failures {
    private static final int UNREACHABLE = 10;
    private static final int MISSING = 11;
    private static final int NO_ENGINE = 12;
    private static final int LAST_LINES = 8;

    private Failures() {}

    /// @param log everything that the builder said
    static String words(BuildOrder order, String builder, Ended ended, Path log) {
        var unreachable = ended.lines(BuildLine.Unreachable.class);
        if (ended.code() == UNREACHABLE && !unreachable.isEmpty()) {
            return unreachable(unreachable.getLast());
        }
        var missing = ended.lines(BuildLine.Missing.class);
        if (ended.code() == MISSING && !missing.isEmpty()) {
            return missing(builder, missing);
        }
        var engine = ended.lines(BuildLine.NoEngine.class);
        if (ended.code() == NO_ENGINE && !engine.isEmpty()) {
            return "Dagger has no engine here: " + engine.getLast().words()
                    + ". The builder mmdebstrap needs none: images.builder: mmdebstrap.";
        }
        var how = ended.code() < 0 ? "took too long" : "failed (exit code " + ended.code() + ")";
        return order.name() + " was not built: " + builder + ' ' + how + " while " + ended.step()
                + ". Its last words, all of which are in " + log + ":\n" + last(log);
    }

    private static String unreachable(BuildLine.Unreachable source) {
        var said = "The package source " + source.source() + " can't be reached: " + source.url() + '.';
        if (source.source().startsWith("debian")) {
            return said + " Name a mirror in images.sources." + source.source() + '.';
        }
        return ImagesSpec.PARTS.contains(source.source())
                ? said + " Name another one in images.sources." + source.source()
                        + ", or leave out what comes from it: images.sources." + source.source() + ": none."
                : said;
    }

    private static String missing(String builder, List<BuildLine.Missing> programs) {
        return "The builder " + builder + " needs programs that are not here: "
                + programs.stream().map(BuildLine.Missing::program).collect(joining(", "))
                + ". On Debian: apt-get install "
                + programs.stream().map(BuildLine.Missing::part).distinct().collect(joining(" ")) + '.';
    }

    private static String last(Path log) {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException unreadable) {
            return "(the log can't be read: " + unreadable.getMessage() + ")";
        }
    }
}
