package dev.freehold.adapters.local.journal;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/// A journal's text with other words in it, and the checksums that belong to them. Written anew, not with the code
/// under test.
final class Lines {
    private Lines() {}

    static String replacing(String journal, String words, String others) {
        return journal.lines()
                .map(line -> line(line.substring(line.indexOf('{')).replace(words, others)))
                .collect(Collectors.joining());
    }

    static String line(String json) {
        var covered = json.getBytes(StandardCharsets.UTF_8).length + " " + json;
        var crc = new CRC32C();
        crc.update(covered.getBytes(StandardCharsets.UTF_8));
        return "%08x %s%n".formatted(crc.getValue(), covered);
    }
}
