package dev.freehold.ports.program;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What another program is started for, and which variables of Freehold's own it gets: what is not named here stays
/// here. Freehold's variables are nobody else's, for a passphrase and secrets come in some of them.
public enum Purpose {
    /// A person edits a file: the variables by which editors find the terminal, the screen and their settings.
    EDITOR(
            Set.of(
                    "TERM",
                    "COLORTERM",
                    "TERM_PROGRAM",
                    "TERMINFO",
                    "TERMINFO_DIRS",
                    "LINES",
                    "COLUMNS",
                    "TMUX",
                    "DISPLAY",
                    "WAYLAND_DISPLAY",
                    "XAUTHORITY",
                    "DBUS_SESSION_BUS_ADDRESS",
                    "EDITOR",
                    "VISUAL",
                    "ALTERNATE_EDITOR",
                    "EMACS_SERVER_FILE",
                    "VIMINIT",
                    "VIM",
                    "VIMRUNTIME",
                    "NVIM_APPNAME"),
            List.of("XDG_")),

    /// An image is built: the variables by which builders find a proxy, certificates, a container engine and
    /// their own settings.
    BUILDER(
            Set.of(
                    "http_proxy",
                    "https_proxy",
                    "ftp_proxy",
                    "no_proxy",
                    "HTTP_PROXY",
                    "HTTPS_PROXY",
                    "NO_PROXY",
                    "SSL_CERT_FILE",
                    "SSL_CERT_DIR",
                    "CURL_CA_BUNDLE",
                    "XDG_RUNTIME_DIR",
                    "CONTAINER_HOST"),
            List.of("PACKER_", "DAGGER_", "_EXPERIMENTAL_DAGGER_", "DOCKER_")),

    /// Something that needs to know nothing but where it is, such as `stty`.
    TOOL(Set.of(), List.of());

    private static final Set<String> EVERYBODYS =
            Set.of("PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "TZ", "TMPDIR");

    /// The locale, a name a category.
    private static final String LOCALE = "LC_";

    private final Set<String> names;
    private final List<String> beginnings;

    Purpose(Set<String> names, List<String> beginnings) {
        this.names = names;
        this.beginnings = beginnings;
    }

    boolean lets(String variable) {
        return EVERYBODYS.contains(variable)
                || names.contains(variable)
                || Stream.concat(Stream.of(LOCALE), beginnings.stream()).anyMatch(variable::startsWith);
    }
}
