package dev.freehold.adapters.oci.profile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The text of an OCI configuration file, to be changed in one profile: every line that says nothing of who calls
/// with which key stays as it is. In Latin 1, which gives every byte back as it came.
public record ConfigurationText(String text) {
    /// Keys that say who calls and how it is proved (Oracle's page "SDK and CLI Configuration File").
    private static final Set<String> IDENTITY = Set.of(
            "user",
            "fingerprint",
            "tenancy",
            "region",
            "key_file",
            "key_content",
            "pass_phrase",
            "security_token_file",
            "delegation_token_file",
            "authentication_type");

    /// Python's reader takes both signs.
    private static final Pattern ENTRY = Pattern.compile("\\s*([^=:\\s]+)\\s*[=:].*", Pattern.DOTALL);

    /// The same with this profile, in the place of what stands under its name or at the end.
    ///
    /// @param entries its lines, in order
    public ConfigurationText with(String profile, SequencedMap<String, String> entries) {
        var lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        var changed = new StringBuilder();
        boolean within = false;
        boolean written = false;
        boolean dropping = false;
        for (var line : lines()) {
            var name = header(line);
            if (name != null) {
                within = name.equals(profile);
                dropping = false;
                changed.append(line);
                if (within && !written) {
                    end(changed, lineEnd);
                    changed.append(lines(entries, lineEnd));
                    written = true;
                }
                continue;
            }
            dropping = within && (isIdentity(line) || (dropping && isContinued(line)));
            if (!dropping) {
                changed.append(line);
            }
        }
        if (!written) {
            end(changed, lineEnd);
            if (!changed.isEmpty() && !text.endsWith(lineEnd + lineEnd)) {
                changed.append(lineEnd);
            }
            changed.append('[').append(profile).append(']').append(lineEnd).append(lines(entries, lineEnd));
        }
        return new ConfigurationText(changed.toString());
    }

    private List<String> lines() {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)", -1));
    }

    private static @Nullable String header(String line) {
        var stripped = line.strip();
        return stripped.startsWith("[") && stripped.endsWith("]")
                ? stripped.substring(1, stripped.length() - 1).strip()
                : null;
    }

    private static boolean isIdentity(String line) {
        var stripped = line.strip();
        var entry = ENTRY.matcher(line);
        return !stripped.startsWith("#")
                && !stripped.startsWith(";")
                && entry.matches()
                && IDENTITY.contains(entry.group(1).toLowerCase(Locale.ROOT));
    }

    /// Python's reader takes an indented line as more of the value before it.
    private static boolean isContinued(String line) {
        var stripped = line.strip();
        return !stripped.isEmpty()
                && !stripped.startsWith("#")
                && !stripped.startsWith(";")
                && Character.isWhitespace(line.charAt(0));
    }

    private static void end(StringBuilder text, String lineEnd) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append(lineEnd);
        }
    }

    private static String lines(Map<String, String> entries, String lineEnd) {
        var lines = new StringBuilder();
        entries.forEach(
                (key, value) -> lines.append(key).append('=').append(value).append(lineEnd));
        return lines.toString();
    }
}
