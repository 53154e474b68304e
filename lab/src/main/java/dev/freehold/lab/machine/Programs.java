package dev.freehold.lab.machine;

import dev.freehold.lab.time.LabClock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// The programs that machines have, by name: a few that every Debian has, and whatever emulators install.
public final class Programs {
    /// Newest first.
    private final List<Installed> all = new CopyOnWriteArrayList<>();

    private record Installed(String name, Predicate<Machine> where, Program program) {}

    /// @param clock by which `sleep` waits
    public static Programs ofDebian(LabClock clock) {
        var programs = new Programs();
        new BasicPrograms(programs, clock).install();
        return programs;
    }

    /// On every machine.
    public void install(String name, Program program) {
        install(name, _ -> true, program);
    }

    /// On some machines, in place of what has the name there already.
    ///
    /// @param where asked whenever somebody calls it, so that it may depend on what the world says then
    public void install(String name, Predicate<Machine> where, Program program) {
        all.addFirst(new Installed(name, where, program));
    }

    /// @param name with or without a path
    Optional<Program> find(Machine machine, String name) {
        var file = name.substring(name.lastIndexOf('/') + 1);
        return all.stream()
                .filter(one -> one.name().equals(file) && one.where().test(machine))
                .findFirst()
                .map(Installed::program);
    }

    Set<String> names(Machine machine) {
        var names = new TreeSet<String>();
        all.stream().filter(one -> one.where().test(machine)).forEach(one -> names.add(one.name()));
        return names;
    }
}
