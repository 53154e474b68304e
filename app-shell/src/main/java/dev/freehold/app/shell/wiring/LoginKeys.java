package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.LocalSsh;
import dev.freehold.adapters.local.LocalTarget;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.ports.host.KeyChoice;
import dev.freehold.ports.host.SshAgent;
import dev.freehold.ports.host.UserKeyFiles;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where a platform's login key can come from: what the home remembers, the user's files, and the user's SSH agent.
public final class LoginKeys {
    private final LocalTarget target;
    private final String platform;
    private final Function<String, @Nullable String> environment;

    private LoginKeys(LocalTarget target, String platform, Function<String, @Nullable String> environment) {
        this.target = target;
        this.platform = platform;
        this.environment = environment;
    }

    /// Touches no file and calls nobody yet.
    ///
    /// @param platform the spec's name
    /// @param environment the value of a variable; absent where it is not set
    public static LoginKeys of(Globals globals, String platform, Function<String, @Nullable String> environment) {
        return new LoginKeys(TargetRecords.target(globals), platform, environment);
    }

    public KeyChoice choice() {
        return target.keyChoice(platform);
    }

    public UserKeyFiles files() {
        return LocalSsh.keyFiles();
    }

    public SshAgent agent() {
        return LocalSsh.agent(environment.apply("SSH_AUTH_SOCK"));
    }
}
