package dev.freehold.adapters.local.sops;

import dev.freehold.adapters.local.sops.Content.Branch;
import dev.freehold.ports.document.DocumentEncryption;
import dev.freehold.ports.document.RefusedDocument;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// How a document is written.
public enum SopsFormat {
    YAML,
    JSON;

    /// By the file's ending.
    ///
    /// @throws RefusedDocument if it is neither
    public static SopsFormat of(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return YAML;
        }
        if (name.endsWith(".json")) {
            return JSON;
        }
        throw new RefusedDocument("its name must end in .yaml, .yml or .json; other files are not encrypted here");
    }

    /// @throws RefusedDocument if that is no text, or larger than [DocumentEncryption#MOST_BYTES]
    static String text(byte[] bytes) {
        refuseLarge(bytes, "it is");
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new RefusedDocument("it is not UTF-8 text; save it as UTF-8", malformed);
        }
    }

    private static void refuseLarge(byte[] bytes, String words) {
        if (bytes.length > DocumentEncryption.MOST_BYTES) {
            throw new RefusedDocument(words + " larger than " + DocumentEncryption.MOST_BYTES / 1024 / 1024
                    + " MiB, the most that is read; keep it in several files");
        }
    }

    List<Branch> read(byte[] bytes) {
        var text = text(bytes);
        return switch (this) {
            case YAML -> {
                refuseOldBreaks(text);
                yield YamlReader.read(text);
            }
            case JSON -> List.of(JsonText.read(text));
        };
    }

    /// YAML 1.1, and `sops` with it, ends lines at these too, and takes what follows for indentation.
    private static void refuseOldBreaks(String text) {
        int line = 1;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\u0085' || c == '\u2028' || c == '\u2029') {
                throw RefusedDocument.at(
                        line,
                        "it holds the line break U+%04X, which is read in two ways; write \\u%04X in quotes"
                                .formatted((int) c, (int) c));
            }
            line += c == '\n' ? 1 : 0;
        }
    }

    /// @throws RefusedDocument if [#read] would refuse it
    byte[] write(List<Branch> documents) {
        var text = switch (this) {
            case YAML -> SopsYaml.write(documents);
            case JSON -> JsonText.write(documents);
        };
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        refuseLarge(bytes, "it would become");
        return bytes;
    }
}
