package dev.freehold.adapters.local.spec;

import dev.freehold.domain.document.Mistake;
import dev.freehold.ports.document.DocumentReading;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Parses one YAML 1.2 document. What makes YAML a danger or a riddle is refused, not bounded: aliases, tags,
/// more than one document, keys that are no words, great depth.
public final class YamlDocument {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(YamlFile.MOST_BYTES)
            .setUseMarks(true)
            .build();

    private YamlDocument() {}

    /// Parses UTF-8; never throws. The problem names no file.
    public static DocumentReading parse(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(buffer)
                    .toString());
        } catch (CharacterCodingException _) {
            // The decoder stops before the byte that it can't read.
            return unparsed(linesBefore(bytes, buffer.position()), "is not UTF-8 text; save the file as UTF-8");
        }
    }

    /// Parses text; never throws. The problem names no file.
    public static DocumentReading parse(String text) {
        int strange = firstUnprintable(text);
        if (strange >= 0) {
            return unparsed(
                    1
                            + (int) text.substring(0, strange)
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count(),
                    "holds the control character U+%04X, which YAML does not allow; remove it"
                            .formatted(text.codePointAt(strange)));
        }
        try {
            return new DocumentReading.Parsed(new DocumentBuilder().build(new Parse(SETTINGS).parseString(text)));
        } catch (DocumentBuilder.RefusedYaml refused) {
            return unparsed(refused.line(), refused.words());
        } catch (MarkedYamlEngineException fault) {
            return unparsed(
                    line(fault),
                    "is not YAML: " + Mistake.shown(words(fault)) + "; correct this line or the one above");
        } catch (YamlEngineException fault) {
            return unparsed(1, "is not YAML: " + Mistake.shown(String.valueOf(fault.getMessage())));
        }
    }

    private static int line(MarkedYamlEngineException fault) {
        return fault.getProblemMark()
                        .or(fault::getContextMark)
                        .map(Mark::getLine)
                        .orElse(0)
                + 1;
    }

    private static String words(MarkedYamlEngineException fault) {
        var problem = String.valueOf(fault.getProblem());
        // The parser's own remark, in its own words, is longer than a line and about itself.
        int end = problem.indexOf('\n');
        return end < 0 ? problem : problem.substring(0, end);
    }

    /// What YAML 1.2 leaves out of its printable characters, 5.1; -1 if nothing.
    private static int firstUnprintable(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean printable = (c >= ' ' && c != 0x7F && (c < 0x80 || c > 0x9F || c == 0x85) && c < 0xFFFE)
                    || c == '\t'
                    || c == '\n'
                    || c == '\r';
            if (!printable) {
                return at;
            }
        }
        return -1;
    }

    private static int linesBefore(byte[] bytes, int end) {
        int lines = 1;
        for (int at = 0; at < end; at++) {
            lines += bytes[at] == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static DocumentReading unparsed(int line, String message) {
        return new DocumentReading.Unparsed(Mistake.at(line, "", message));
    }
}
