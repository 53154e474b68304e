import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/// Formats every Java file below the working directory, or checks that nothing is left to format.
///
/// Started from its source by `code-format/pom.xml`: one JVM for the whole tree costs a second or two, where a
/// formatter
/// started in each module would cost that in each.
final class Format {
    private static final int COLUMNS = 120;
    private static final String SLASHES = "/// ";

    private Format() {}

    public static void main(String[] args) throws IOException {
        var writing = args[0].equals("write");
        var formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .build());
        var changed = sources().parallelStream()
                .map(file -> reformatted(formatter, file))
                .flatMap(Optional::stream)
                .toList();
        for (var file : changed) {
            if (writing) {
                Files.writeString(file.path(), file.text());
            }
            System.err.println((writing ? "formatted " : "not formatted: ") + file.path());
        }
        if (!writing && !changed.isEmpty()) {
            System.err.println("Run ./code-format/format to format them.");
            System.exit(1);
        }
    }

    private record Reformatted(Path path, String text) {}

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of(""))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("target/"))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<Reformatted> reformatted(Formatter formatter, Path file) {
        try {
            var before = Files.readString(file);
            var after = formatter.formatSourceAndFixImports(withinColumns(before));
            return after.equals(before) ? Optional.empty() : Optional.of(new Reformatted(file, after));
        } catch (IOException | FormatterException failure) {
            throw new IllegalStateException(file + ": " + failure.getMessage(), failure);
        }
    }

    /// Breaks comment lines that are too long. The formatter would, too, but it takes a block of `///` lines
    /// for one comment, as javac does: from the second on it counts the indentation twice, and what it breaks
    /// off has no slashes and does not compile.
    private static String withinColumns(String source) {
        var lines = new ArrayDeque<>(source.lines().toList());
        var result = new StringBuilder(source.length());
        while (!lines.isEmpty()) {
            var line = lines.removeFirst();
            var text = line.indexOf(SLASHES) + SLASHES.length();
            var cut = line.lastIndexOf(' ', COLUMNS - text);
            if (line.stripLeading().startsWith(SLASHES) && line.length() > COLUMNS - text && cut > text) {
                var prefix = line.substring(0, text);
                var rest = line.substring(cut + 1);
                var next = lines.peekFirst();
                if (next != null && next.startsWith(prefix) && continues(next.substring(text))) {
                    rest += " " + lines.removeFirst().substring(text);
                }
                lines.addFirst(prefix + rest);
                line = line.substring(0, cut);
            }
            result.append(line).append('\n');
        }
        return result.toString();
    }

    /// Whether the text of a comment line goes on with the sentence before, rather than starting something of
    /// its own.
    private static boolean continues(String text) {
        return !text.isEmpty() && Character.isLetterOrDigit(text.charAt(0));
    }
}
