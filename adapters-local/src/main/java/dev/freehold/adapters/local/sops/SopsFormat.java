package dev.freehold.adapters.local.sops;

import dev.freehold.adapters.local.sops.Content.Branch;
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

    List<Branch> read(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new RefusedDocument("it is not UTF-8 text; save it as UTF-8", malformed);
        }
        return switch (this) {
            case YAML -> YamlReader.read(text);
            case JSON -> List.of(JsonText.read(text));
        };
    }

    byte[] write(List<Branch> documents) {
        var text = switch (this) {
            case YAML -> SopsYaml.write(documents);
            case JSON -> JsonText.write(documents);
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
