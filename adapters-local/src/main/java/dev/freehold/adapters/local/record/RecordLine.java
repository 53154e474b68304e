package dev.freehold.adapters.local.record;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// A record as it stands in a file: a line of `checksum length json`. The checksum is the CRC-32C, in eight
/// hexadecimal digits, of all that follows the space after it up to the line's end; the length is that of the
/// JSON in bytes. JSON has neither a raw line break nor a zero byte, so both tell something when they are
/// met.
///
/// @param from the first byte of the JSON
/// @param end the byte after the JSON, which is the line break
record RecordLine(int from, int end) {
    private static final int CHECKSUM_DIGITS = 8;
    /// Of the length; a record is far below 100 MB.
    private static final int MOST_DIGITS = 8;

    /// Where the next line begins.
    int next() {
        return end + 1;
    }

    static byte[] of(String json) {
        var payload = json.getBytes(StandardCharsets.UTF_8);
        var length = Integer.toString(payload.length).getBytes(StandardCharsets.US_ASCII);
        var line = new byte[CHECKSUM_DIGITS + 1 + length.length + 1 + payload.length + 1];
        int at = CHECKSUM_DIGITS;
        line[at++] = ' ';
        System.arraycopy(length, 0, line, at, length.length);
        at += length.length;
        line[at++] = ' ';
        System.arraycopy(payload, 0, line, at, payload.length);
        line[line.length - 1] = '\n';
        int checksum = checksum(line, CHECKSUM_DIGITS + 1, line.length - 1);
        for (int digit = CHECKSUM_DIGITS - 1; digit >= 0; digit--) {
            line[digit] = (byte) Character.forDigit(checksum & 0xf, 16);
            checksum >>>= 4;
        }
        return line;
    }

    /// The whole record that begins at `start`, its line break included; null if there is none.
    static @Nullable RecordLine at(byte[] bytes, int start) {
        var line = unended(bytes, start);
        return line != null && line.end < bytes.length && bytes[line.end] == '\n' ? line : null;
    }

    /// The record that begins at `start`, whatever comes after its JSON; null if there is none.
    static @Nullable RecordLine unended(byte[] bytes, int start) {
        int at = start + CHECKSUM_DIGITS;
        if (at >= bytes.length || bytes[at] != ' ') {
            return null;
        }
        at++;
        int covered = at;
        long length = 0;
        while (at < bytes.length && at - covered < MOST_DIGITS && bytes[at] >= '0' && bytes[at] <= '9') {
            length = length * 10 + (bytes[at] - '0');
            at++;
        }
        if (at == covered || at >= bytes.length || bytes[at] != ' ') {
            return null;
        }
        at++;
        if (at + length > bytes.length) {
            return null;
        }
        int end = at + (int) length;
        return matches(bytes, start, checksum(bytes, covered, end)) ? new RecordLine(at, end) : null;
    }

    private static boolean matches(byte[] bytes, int start, int checksum) {
        for (int digit = 0; digit < CHECKSUM_DIGITS; digit++) {
            int shift = 4 * (CHECKSUM_DIGITS - 1 - digit);
            if (bytes[start + digit] != Character.forDigit((checksum >>> shift) & 0xf, 16)) {
                return false;
            }
        }
        return true;
    }

    private static int checksum(byte[] bytes, int from, int end) {
        var crc = new CRC32C();
        crc.update(bytes, from, end - from);
        return (int) crc.getValue();
    }
}
