import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Formats every Java file below the working directory, or checks that nothing is left to format.
///
/// Started from its source by `code-format/pom.xml`: one JVM for the whole tree costs a second or two, where a
/// formatter
/// started in each module would cost that in each.
final class Format {
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
            var after = formatter.formatSourceAndFixImports(before);
            return after.equals(before) ? Optional.empty() : Optional.of(new Reformatted(file, after));
        } catch (IOException | FormatterException failure) {
            throw new IllegalStateException(file + ": " + failure.getMessage(), failure);
        }
    }
}
