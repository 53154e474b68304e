package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.ssh.AgentSocket;
import dev.freehold.adapters.local.ssh.FileKeyChoice;
import dev.freehold.adapters.local.ssh.UserKeyFile;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.ports.host.KeyChoice;
import dev.freehold.ports.host.SshAgent;
import dev.freehold.ports.host.UserKeyFiles;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where a platform's login key can come from: what the home remembers, the user's files, and the user's SSH agent.
public final class LoginKeys {
    private final TargetFolder folder;
    private final String platform;
    private final Function<String, @Nullable String> environment;

    private LoginKeys(TargetFolder folder, String platform, Function<String, @Nullable String> environment) {
        this.folder = folder;
        this.platform = platform;
        this.environment = environment;
    }

    /// Touches no file and calls nobody yet.
    ///
    /// @param platform the spec's name
    /// @param environment the value of a variable; absent where it is not set
    public static LoginKeys of(Globals globals, String platform, Function<String, @Nullable String> environment) {
        return new LoginKeys(SpecSource.home(globals).target(globals.target().word()), platform, environment);
    }

    public KeyChoice choice() {
        return new FileKeyChoice(folder, platform);
    }

    public UserKeyFiles files() {
        return UserKeyFile::look;
    }

    public SshAgent agent() {
        return new AgentSocket(environment.apply("SSH_AUTH_SOCK"));
    }
}
