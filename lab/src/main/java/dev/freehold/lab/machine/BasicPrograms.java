package dev.freehold.lab.machine;

import dev.freehold.lab.machine.Program.Call;
import dev.freehold.lab.time.LabClock;
import java.io.IOException;
import java.time.Duration;

/// The few programs that every machine has.
record BasicPrograms(Programs programs, LabClock clock) {

    void install() {
        programs.install("true", _ -> 0);
        programs.install("false", _ -> 1);
        programs.install("echo", call -> print(call, String.join(" ", call.words())));
        programs.install("cat", BasicPrograms::cat);
        programs.install("rm", BasicPrograms::remove);
        programs.install("sleep", this::sleep);
        programs.install("hostname", call -> print(call, call.machine().hostname()));
        programs.install("id", call -> print(call, call.by().shown()));
        programs.install(
                "help",
                call -> print(
                        call,
                        "This machine is emulated. It knows these programs, one at a time, as in ssh HOST echo hello: "
                                + String.join(" ", programs.names(call.machine()))));
    }

    private static int print(Call call, String line) throws IOException {
        call.io().print(line);
        return 0;
    }

    private static int cat(Call call) throws IOException {
        if (call.words().isEmpty()) {
            call.io().in().transferTo(call.io().out());
            return 0;
        }
        for (var path : call.words()) {
            try {
                var content = call.disk().read(path, call.by());
                if (content.isEmpty()) {
                    call.io().complain("cat: " + path + ": No such file or directory");
                    return 1;
                }
                call.io().out().write(content.get());
            } catch (FileRefusal refusal) {
                call.io().complain("cat: " + refusal.getMessage());
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
                if (!call.disk().remove(path, call.by()) && !force) {
                    call.io().complain("rm: cannot remove '" + path + "': No such file or directory");
                    return 1;
                }
            } catch (FileRefusal refusal) {
                call.io().complain("rm: cannot remove '" + path + "': " + refusal.reason());
                return 1;
            }
        }
        return 0;
    }

    private int sleep(Call call) throws IOException, InterruptedException {
        try {
            var seconds = Double.parseDouble(String.join("", call.words()));
            clock.pause(Duration.ofMillis((long) (seconds * 1000)));
            return 0;
        } catch (NumberFormatException noNumber) {
            call.io().complain("sleep: invalid time interval");
            return 1;
        }
    }
}
