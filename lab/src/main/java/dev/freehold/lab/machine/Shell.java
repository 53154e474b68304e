package dev.freehold.lab.machine;

import dev.freehold.lab.machine.CommandLine.Output;
import dev.freehold.lab.machine.CommandLine.Step;
import dev.freehold.lab.machine.CommandLine.Unread;
import dev.freehold.lab.machine.CommandLine.When;
import dev.freehold.lab.machine.Disk.Readers;
import dev.freehold.lab.machine.Program.Call;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/// A shell on a machine: it runs programs, and of a shell's own commands those few that others' scripts use.
public final class Shell {
    private static final int NOT_FOUND = 127;

    private final Programs programs;
    private final Machine machine;
    private final Disk disk;
    private final Actor by;
    private Readers readers = Readers.ALL;
    private String atExit = "";

    /// @param disk of the machine
    public Shell(Programs programs, Machine machine, Disk disk, Actor by) {
        this.programs = programs;
        this.machine = machine;
        this.disk = disk;
        this.by = by;
    }

    /// @return the status of what ran last
    public int run(String script, StandardStreams io) throws IOException, InterruptedException {
        try {
            var status = steps(CommandLine.parse(script), io);
            if (!atExit.isEmpty()) {
                steps(CommandLine.parse(atExit), io);
            }
            return status;
        } catch (Unread unread) {
            io.complain("sh: " + unread.getMessage());
            return 2;
        }
    }

    private int steps(List<Step> steps, StandardStreams io) throws IOException, InterruptedException {
        int status = 0;
        for (var step : steps) {
            if (step.when() == When.ALWAYS || (step.when() == When.SUCCESS) == (status == 0)) {
                status = step(step, io);
            }
        }
        return status;
    }

    private int step(Step step, StandardStreams io) throws IOException, InterruptedException {
        return switch (step.output()) {
            case Output.Standard() -> command(step.words(), io);
            case Output.Errors() -> command(step.words(), io.to(io.err()));
            case Output.ToFile(var path) -> {
                var content = new ByteArrayOutputStream();
                var status = command(step.words(), io.to(content));
                try {
                    disk.write(path, content.toByteArray(), readers, by);
                    yield status;
                } catch (FileRefusal refusal) {
                    io.complain("sh: cannot create " + refusal.getMessage());
                    yield 2;
                }
            }
        };
    }

    private int command(List<String> words, StandardStreams io) throws IOException, InterruptedException {
        var arguments = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "umask" -> {
                readers = arguments.contains("077") ? Readers.ROOT : Readers.ALL;
                yield 0;
            }
            case "trap" -> {
                // Nobody sends signals to what runs here.
                if (arguments.size() > 1 && arguments.contains("EXIT")) {
                    atExit = arguments.getFirst();
                }
                yield 0;
            }
            case "sh" -> script(arguments, io);
            case "sudo" -> asRoot(arguments, io);
            default -> program(words, arguments, io);
        };
    }

    private int asRoot(List<String> words, StandardStreams io) throws IOException, InterruptedException {
        var command = words.stream().dropWhile(word -> word.startsWith("-")).toList();
        return command.isEmpty() ? 1 : new Shell(programs, machine, disk, Actor.ROOT).command(command, io);
    }

    private int script(List<String> arguments, StandardStreams io) throws IOException, InterruptedException {
        if (arguments.size() != 2 || !arguments.getFirst().equals("-c")) {
            io.complain("sh: this emulated shell takes -c and a script alone");
            return 2;
        }
        return new Shell(programs, machine, disk, by).run(arguments.getLast(), io);
    }

    private int program(List<String> words, List<String> arguments, StandardStreams io)
            throws IOException, InterruptedException {
        var program = programs.find(machine, words.getFirst());
        if (program.isEmpty()) {
            io.complain("sh: 1: " + words.getFirst() + ": not found");
            return NOT_FOUND;
        }
        return program.get().run(new Call(machine, disk, by, arguments, io));
    }
}
