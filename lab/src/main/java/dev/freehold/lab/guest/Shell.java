package dev.freehold.lab.guest;

import dev.freehold.lab.guest.Guest.Actor;
import dev.freehold.lab.guest.Guest.Denied;
import dev.freehold.lab.guest.GuestCommand.Call;
import dev.freehold.lab.guest.Script.Step;
import dev.freehold.lab.guest.Script.Unread;
import dev.freehold.lab.guest.Script.When;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Runs scripts on a machine: the programs, and of a shell's own commands those few that others' scripts use.
final class Shell {
    private static final int NOT_FOUND = 127;

    private final Programs programs;
    private final Guest guest;
    private final Actor by;
    private boolean filesOpenToAll = true;
    private String atExit = "";

    Shell(Programs programs, Guest guest, Actor by) {
        this.programs = programs;
        this.guest = guest;
        this.by = by;
    }

    /// @return the status of what ran last
    int run(String script, Io io) throws IOException, InterruptedException {
        try {
            var status = steps(Script.parse(script), io);
            if (!atExit.isEmpty()) {
                steps(Script.parse(atExit), io);
            }
            return status;
        } catch (Unread unread) {
            io.complain("sh: " + unread.getMessage());
            return 2;
        }
    }

    private int steps(List<Step> steps, Io io) throws IOException, InterruptedException {
        int status = 0;
        for (var step : steps) {
            if (step.when() == When.ALWAYS || (step.when() == When.SUCCESS) == (status == 0)) {
                status = step(step, io);
            }
        }
        return status;
    }

    private int step(Step step, Io io) throws IOException, InterruptedException {
        var output = step.output();
        if (output == null) {
            return command(step.words(), step.toErrors() ? io.to(io.err()) : io);
        }
        var content = new ByteArrayOutputStream();
        var status = command(step.words(), io.to(content));
        try {
            guest.write(output, content.toString(StandardCharsets.ISO_8859_1), filesOpenToAll, by);
            return status;
        } catch (Denied denied) {
            io.complain("sh: cannot create " + denied.getMessage());
            return 2;
        }
    }

    private int command(List<String> words, Io io) throws IOException, InterruptedException {
        var arguments = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "umask" -> {
                filesOpenToAll = !arguments.contains("077");
                yield 0;
            }
            case "trap" -> {
                // Nobody sends signals to what runs here.
                if (arguments.size() > 1 && arguments.contains("EXIT")) {
                    atExit = arguments.getFirst();
                }
                yield 0;
            }
            case "sh" -> script(arguments, by, io);
            case "sudo" -> asRoot(arguments, io);
            default -> program(words, arguments, io);
        };
    }

    private int asRoot(List<String> words, Io io) throws IOException, InterruptedException {
        var command = words.stream().dropWhile(word -> word.startsWith("-")).toList();
        return command.isEmpty() ? 1 : new Shell(programs, guest, Actor.ROOT).command(command, io);
    }

    private int script(List<String> arguments, Actor actor, Io io) throws IOException, InterruptedException {
        if (arguments.size() != 2 || !arguments.getFirst().equals("-c")) {
            io.complain("sh: this emulated shell takes -c and a script alone");
            return 2;
        }
        return new Shell(programs, guest, actor).run(arguments.getLast(), io);
    }

    private int program(List<String> words, List<String> arguments, Io io) throws IOException, InterruptedException {
        var program = programs.find(words.getFirst());
        if (program.isEmpty()) {
            io.complain("sh: 1: " + words.getFirst() + ": not found");
            return NOT_FOUND;
        }
        return program.get().run(new Call(guest, by, arguments, io));
    }
}
