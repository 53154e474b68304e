package dev.freehold.lab.guest;

import dev.freehold.lab.guest.Guest.Denied;
import dev.freehold.lab.guest.GuestCommand.Call;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The programs that every machine has, by name. Further emulators add theirs.
public final class Programs {
    private final Map<String, GuestCommand> byName = new HashMap<>();

    Programs() {
        add("true", _ -> 0);
        add("false", _ -> 1);
        add("echo", Programs::echo);
        add("cat", Programs::cat);
        add("rm", Programs::remove);
        add("sleep", Programs::sleep);
        add("hostname", call -> {
            call.io().print(call.guest().machine().hostname());
            return 0;
        });
        add("help", call -> {
            call.io()
                    .print("This machine is emulated. It knows these programs, one at a time, as in ssh HOST echo"
                            + " hello: "
                            + String.join(" ", names()));
            return 0;
        });
        add("id", call -> {
            call.io().print(call.by() == Guest.Actor.ROOT ? "uid=0(root)" : "uid=1000(" + GuestServer.USER + ")");
            return 0;
        });
    }

    void add(String name, GuestCommand program) {
        byName.put(name, program);
    }

    Optional<GuestCommand> find(String name) {
        var file = name.substring(name.lastIndexOf('/') + 1);
        return Optional.ofNullable(byName.get(file));
    }

    Set<String> names() {
        return new TreeSet<>(byName.keySet());
    }

    private static int echo(Call call) throws IOException {
        call.io().print(String.join(" ", call.words()));
        return 0;
    }

    private static int cat(Call call) throws IOException {
        if (call.words().isEmpty()) {
            call.io().in().transferTo(call.io().out());
            return 0;
        }
        for (var path : call.words()) {
            try {
                var content = call.guest().read(path, call.by());
                if (content.isEmpty()) {
                    call.io().complain("cat: " + path + ": No such file or directory");
                    return 1;
                }
                call.io().out().write(content.get().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            } catch (Denied denied) {
                call.io().complain("cat: " + denied.getMessage());
                return 1;
            }
        }
        return 0;
    }

    private static int remove(Call call) throws IOException {
        var force = call.words().contains("-f");
        for (var path : call.words()) {
            if (path.startsWith("-")) {
                continue;
            }
            try {
                if (!call.guest().remove(path, call.by()) && !force) {
                    call.io().complain("rm: cannot remove '" + path + "': No such file or directory");
                    return 1;
                }
            } catch (Denied denied) {
                call.io().complain("rm: cannot remove '" + path + "': Permission denied");
                return 1;
            }
        }
        return 0;
    }

    private static int sleep(Call call) throws IOException, InterruptedException {
        try {
            var seconds = Double.parseDouble(String.join("", call.words()));
            call.guest().clock().pause(Duration.ofMillis((long) (seconds * 1000)));
            return 0;
        } catch (NumberFormatException noNumber) {
            call.io().complain("sleep: invalid time interval");
            return 1;
        }
    }
}
