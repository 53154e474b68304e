package dev.freehold.adapters.local.tailscale;

import dev.freehold.adapters.local.json.Json;
import dev.freehold.adapters.local.tree.Members;
import dev.freehold.domain.resource.Setting;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Silent;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.host.HostShell;
import dev.freehold.ports.host.HostShell.Command;
import dev.freehold.ports.host.HostShell.Ended;
import dev.freehold.ports.host.HostShell.Machine;
import dev.freehold.ports.skeleton.Declined;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is said to the machine itself: whether it is in a tailnet, and to join one.
final class TailscaleOnMachine {
    /// A machine that has just been launched boots for a minute or two.
    private static final Duration BOOT = Duration.ofMinutes(10);

    private static final Duration BETWEEN = Duration.ofSeconds(5);

    /// In memory alone, and root's.
    private static final String KEY_FILE = "/run/freehold-auth-key";

    private static final String STATUS = "tailscale status --json --peers=false";

    private final HostShell shell;
    private final Machine machine;
    private final Context context;

    TailscaleOnMachine(HostShell shell, Machine machine, Context context) {
        this.shell = shell;
        this.machine = machine;
        this.context = context;
    }

    /// The id by which the tailnet knows the machine; empty if it is in none. Waits until it lets us in and its
    /// daemon answers.
    Optional<String> deviceId() throws InterruptedException {
        var patience = earlier(context.deadline(), context.timeline().now().plus(BOOT));
        while (true) {
            var unanswered = "its tailscaled does not answer";
            try {
                var status = ended(Command.of(STATUS.split(" ")));
                if (status.isSuccess()) {
                    return deviceId(status);
                }
                if (status.status() == 127) {
                    throw missing();
                }
                unanswered += ": " + words(status);
            } catch (Busy booting) {
                unanswered = String.valueOf(booting.getMessage());
            }
            if (!context.timeline().now().plus(BETWEEN).isBefore(patience)) {
                throw new Busy(machine.name() + " is not ready to join the tailnet: " + unanswered, null);
            }
            context.progress().report("waiting for " + machine.name() + " to let us in");
            context.timeline().sleep(BETWEEN);
        }
    }

    /// Joins by `key`, which travels as the command's input and lies in a file of root's while it is used.
    String join(AuthKey key, String hostname) throws InterruptedException {
        context.progress().report("joining the tailnet");
        var script = script(KEY_FILE, hostname);
        var ended = ended(
                Command.of("sudo", "-n", "sh", "-c", script).reading(key.value().reveal()));
        if (ended.status() == 127) {
            throw missing();
        }
        if (!ended.isSuccess()) {
            throw refusal(ended);
        }
        return deviceId(ended)
                .orElseThrow(() -> new Silent(machine.name() + " joined the tailnet, but does not say as whom."));
    }

    /// The file goes whatever becomes of `tailscale up`, and of the connection.
    static String script(String keyFile, String hostname) {
        return "umask 077; trap 'rm -f " + keyFile + "' EXIT; trap 'exit 1' HUP INT TERM; cat > " + keyFile
                + " && tailscale up --reset --auth-key=file:" + keyFile + " --hostname=" + hostname
                + " --accept-dns=false --timeout=60s >&2 && " + STATUS;
    }

    private Declined refusal(Ended ended) {
        var words = words(ended);
        if (words.contains("timeout")) {
            throw new Silent(machine.name() + " did not get into the tailnet in time: " + words);
        }
        return new Declined(
                Declined.Reason.FORBIDDEN, "TailscaleUp", machine.name() + " could not join the tailnet: " + words);
    }

    private Declined missing() {
        return new Declined(
                Declined.Reason.FORBIDDEN,
                "NoTailscale",
                "There is no tailscale on " + machine.name() + ": its image is not one of Freehold's. Build the images,"
                        + " or name prebuilt ones that have it.");
    }

    private Ended ended(Command command) throws InterruptedException {
        return switch (shell.run(machine, command, context.deadline())) {
            case Ended ended -> ended;
            case HostShell.LockedOut(var code, var words) -> throw new Declined(Declined.Reason.FORBIDDEN, code, words);
        };
    }

    /// Set aside what a machine remembers of a tailnet that it was thrown out of: it says so itself, soon.
    private Optional<String> deviceId(Ended status) {
        try {
            var bytes = status.output().getBytes(StandardCharsets.UTF_8);
            var said = Members.of(Json.read(bytes, 0, bytes.length));
            boolean in = !said.text("BackendState").equals("NeedsLogin")
                    && said.group().members().get("Self") instanceof Setting.Group;
            return in ? Optional.of(said.object("Self").text("ID")).filter(id -> !id.isEmpty()) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            throw new Unforeseen("tailscale on " + machine.name() + " says something that can't be read: "
                    + Redaction.of(String.valueOf(malformed.getMessage())));
        }
    }

    private static String words(Ended ended) {
        var words = ended.errors().isBlank()
                ? "exit status " + ended.status()
                : ended.errors().strip();
        return Redaction.of(words);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
