package dev.freehold.lab.tailscale;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.machine.Actor;
import dev.freehold.lab.machine.FileRefusal;
import dev.freehold.lab.machine.Program;
import dev.freehold.lab.world.Resource;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// `tailscale` on a machine: `up` with a key from a file, `status --json`, `ip`, `logout`, `version`. Forms and
/// words after its 1.9x line, as far as the reference has them.
public final class TailscaleProgram implements Program {
    private static final String VERSION = "1.92.0";

    /// What `up` takes here, with or without a value.
    private static final Set<String> FLAGS = Set.of(
            "--auth-key",
            "--authkey",
            "--hostname",
            "--accept-dns",
            "--accept-routes",
            "--advertise-tags",
            "--advertise-routes",
            "--timeout",
            "--reset",
            "--ssh");

    private final Tailnet tailnet;

    TailscaleProgram(Tailnet tailnet) {
        this.tailnet = tailnet;
    }

    @Override
    public int run(Call call) throws IOException {
        var words = call.words();
        return switch (words.isEmpty() ? "help" : words.getFirst()) {
            case "up" -> up(call);
            case "status" -> status(call);
            case "ip" -> ip(call);
            case "logout" -> logout(call);
            case "version" -> {
                call.io().print(VERSION);
                yield 0;
            }
            default -> {
                call.io().complain("This emulated tailscale knows up, status --json, ip, logout and version.");
                yield 2;
            }
        };
    }

    private static String value(Call call, String flag, String otherwise) {
        return call.words().stream()
                .filter(word -> word.startsWith(flag + '='))
                .map(word -> word.substring(flag.length() + 1))
                .reduce(otherwise, (_, last) -> last);
    }

    private int up(Call call) throws IOException {
        for (var word : call.words().subList(1, call.words().size())) {
            if (!FLAGS.contains(word.split("=", 2)[0])) {
                call.io().complain("flag provided but not defined: " + word);
                return 2;
            }
        }
        if (call.by() != Actor.ROOT) {
            call.io().complain("Access denied: checkprefs access denied\n\nUse 'sudo tailscale up'.");
            return 1;
        }
        var machine = call.machine();
        var key = key(call);
        if (key.isEmpty()) {
            return 1;
        }
        if (tailnet.deviceOf(machine.id()).isPresent()) {
            return 0; // already in: a key is not used up for nothing
        }
        try {
            tailnet.join(machine.id(), key.get(), value(call, "--hostname", machine.hostname()));
            return 0;
        } catch (TailnetRefusal no) {
            call.io().complain("backend error: " + no.getMessage());
            return 1;
        }
    }

    private static Optional<String> key(Call call) throws IOException {
        var given = value(call, "--auth-key", value(call, "--authkey", ""));
        if (!given.startsWith("file:")) {
            call.io().complain("To authenticate, give --auth-key=file:PATH: nobody is at this machine's browser.");
            return Optional.empty();
        }
        try {
            var path = given.substring("file:".length());
            var content = call.disk().text(path, call.by());
            if (content.isEmpty()) {
                call.io().complain("open " + path + ": no such file or directory");
            }
            return content.map(String::strip);
        } catch (FileRefusal refusal) {
            call.io().complain("open " + refusal.getMessage());
            return Optional.empty();
        }
    }

    private int status(Call call) throws IOException {
        var device = tailnet.deviceOf(call.machine().id());
        if (!call.words().contains("--json")) {
            call.io().print(device.map(TailscaleProgram::line).orElse("Logged out."));
            return device.isPresent() ? 0 : 1;
        }
        call.io().print(json(call, device).toString());
        return 0;
    }

    private static String line(Resource device) {
        return device.get("addresses").path(0).asString() + "  " + device.text("hostname")
                + "  tagged-devices  linux  -";
    }

    private static ObjectNode json(Call call, Optional<Resource> device) {
        var status = Json.object().put("Version", VERSION);
        var self = Json.object();
        self.put("ID", device.map(Resource::id).orElse(""));
        self.put("HostName", call.machine().hostname());
        if (device.isPresent()) {
            var in = device.get();
            self.put("DNSName", in.text("name") + '.');
            self.set("TailscaleIPs", in.get("addresses"));
            self.set("Tags", in.get("tags"));
            self.put("Online", in.get("authorized").asBoolean());
            status.put("BackendState", in.get("authorized").asBoolean() ? "Running" : "NeedsMachineAuth");
            status.set("TailscaleIPs", in.get("addresses"));
        } else {
            status.put("BackendState", "NeedsLogin").putNull("TailscaleIPs");
        }
        status.set("Self", self);
        return status;
    }

    private int ip(Call call) throws IOException {
        var device = tailnet.deviceOf(call.machine().id());
        if (device.isEmpty()) {
            call.io().complain("no current Tailscale IPs; state: NeedsLogin");
            return 1;
        }
        for (var address : device.get().get("addresses")) {
            var text = address.asString();
            if (!call.words().contains("-4") || text.indexOf(':') < 0) {
                call.io().print(text);
            }
        }
        return 0;
    }

    private int logout(Call call) throws IOException {
        if (call.by() != Actor.ROOT) {
            call.io().complain("Access denied: logout access denied");
            return 1;
        }
        tailnet.leave(call.machine().id());
        return 0;
    }
}
