package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.LocalHome;
import dev.freehold.app.shell.command.CommandError;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which profile of which OCI configuration file is meant.
///
/// @param keyFile a key that is there already, for a new profile; absent: the usual one beside the file
public record OciPlace(Path file, String profile, @Nullable Path keyFile) {
    /// Oracle's own variables (its documentation, SDK and CLI configuration file); Freehold's go before them.
    private static final String FILE_VARIABLE = "OCI_CLI_CONFIG_FILE";

    private static final String PROFILE_VARIABLE = "OCI_CLI_PROFILE";

    /// What flags say, else variables, else Oracle's usual place.
    public static OciPlace of(
            @Nullable String file,
            @Nullable String profile,
            @Nullable String keyFile,
            Map<String, String> environment,
            Path userHome) {
        var named = first(file, environment.get("FREEHOLD_OCI_CONFIG"), environment.get(FILE_VARIABLE));
        var section = first(profile, environment.get("FREEHOLD_OCI_PROFILE"), environment.get(PROFILE_VARIABLE));
        var key = first(keyFile, environment.get("FREEHOLD_KEY_FILE"), null);
        if (section != null && !section.matches("[A-Za-z0-9._@ -]+")) {
            throw CommandError.usage("Not a profile's name", "'" + section + "' can't stand between brackets.", null);
        }
        return new OciPlace(
                named == null ? userHome.resolve(".oci").resolve("config") : absolute(named, userHome),
                section == null ? "DEFAULT" : section,
                key == null ? null : absolute(key, userHome));
    }

    static OciPlace ofEnvironment() {
        return of(null, null, null, System.getenv(), userHome());
    }

    /// The home folder of who runs this: what a shell puts in the place of `~`.
    public static Path userHome() {
        return LocalHome.ofUser();
    }

    private static @Nullable String first(@Nullable String one, @Nullable String two, @Nullable String three) {
        if (one != null) {
            return one;
        }
        return two != null && !two.isEmpty() ? two : three != null && !three.isEmpty() ? three : null;
    }

    /// A path as somebody may write it into a variable, where no shell reads the `~`.
    public static Path absolute(String text, Path userHome) {
        var path = text.equals("~")
                ? userHome
                : text.startsWith("~/") ? userHome.resolve(text.substring(2)) : Path.of(text);
        return path.toAbsolutePath().normalize();
    }

    /// For a person.
    public String words() {
        return "profile [" + profile + "] of " + file;
    }
}
