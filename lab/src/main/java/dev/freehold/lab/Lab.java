package dev.freehold.lab;

import dev.freehold.lab.emulator.EmulatorStart;
import dev.freehold.lab.emulator.Ports;
import dev.freehold.lab.emulator.Surroundings;
import dev.freehold.lab.fault.WireFaults;
import dev.freehold.lab.fault.WireFaultsFile;
import dev.freehold.lab.file.OwnerOnly;
import dev.freehold.lab.git.GitHost;
import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.OracleEmulator;
import dev.freehold.lab.oracle.compute.InstanceMachines;
import dev.freehold.lab.packages.Mirror;
import dev.freehold.lab.packages.PackageHost;
import dev.freehold.lab.ssh.MachineNetwork;
import dev.freehold.lab.tailscale.TailnetEmulator;
import dev.freehold.lab.time.LabClock;
import dev.freehold.lab.time.ScaledClock;
import dev.freehold.lab.wire.Interceptor;
import dev.freehold.lab.world.Ocids;
import dev.freehold.lab.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Emulators of the services that Freehold deploys to, on loopback, over one world that is kept in a folder.
public final class Lab implements AutoCloseable {
    /// Emulators beside Oracle Cloud, in the order in which they start.
    private static final List<EmulatorStart> OTHERS =
            List.of(Mirror::start, PackageHost::start, GitHost::start, TailnetEmulator::start, MachineNetwork::start);

    /// What is to be closed, last first.
    private final Deque<AutoCloseable> open;

    private final LabEndpoints endpoints;

    private Lab(Deque<AutoCloseable> open, LabEndpoints endpoints) {
        this.open = open;
        this.endpoints = endpoints;
    }

    /// Returns once every emulator listens.
    ///
    /// @throws IllegalStateException if another lab has the folder, or what is kept there does not fit the
    /// settings
    /// @throws IllegalArgumentException if no such tenancy is known, or the pace is not above 0
    /// @throws UncheckedIOException if the folder can't be written or the ports are taken
    public static Lab start(LabSettings settings) {
        return start(settings, seen -> ScaledClock.from(seen, settings.pace()), List.of());
    }

    /// @param further emulators, beside the lab's own
    static Lab start(LabSettings settings, Function<Instant, LabClock> clock, List<EmulatorStart> further) {
        var open = new ArrayDeque<AutoCloseable>();
        try {
            return new Lab(open, opened(settings, clock, further, open));
        } catch (IOException cause) {
            closeAll(open);
            throw new UncheckedIOException(cause.getMessage(), cause);
        } catch (RuntimeException cause) {
            closeAll(open);
            throw cause;
        }
    }

    private static LabEndpoints opened(
            LabSettings settings,
            Function<Instant, LabClock> clock,
            List<EmulatorStart> further,
            Deque<AutoCloseable> open)
            throws IOException {
        var folder = OwnerOnly.folder(settings.folder().toAbsolutePath());
        open.push(FolderLock.take(folder)
                .orElseThrow(() -> new IllegalStateException("Another lab serves " + folder
                        + LabEndpoints.of(folder)
                                .map(other -> " (process " + other.processId() + ")")
                                .orElse("") + ". Use that one, or stop it first.")));
        LabEndpoints.remove(folder);
        var world =
                World.open(folder, new Ocids(settings.seed(), settings.cloud().region()), clock);
        open.push(world);
        var json = Json.object();
        json.put("pid", ProcessHandle.current().pid());
        json.put("pace", settings.pace());
        var surroundings = Surroundings.of(folder, new Ports(settings.portBase()), world, new InstanceMachines(world));
        for (var one : emulators(settings, further)) {
            var emulator = one.start(surroundings);
            open.push(emulator);
            emulator.describe(json);
        }
        var endpoints = new LabEndpoints(json);
        open.push(() -> LabEndpoints.remove(folder));
        endpoints.write(folder);
        return endpoints;
    }

    /// In the order in which they start. A further one is a line in [#OTHERS].
    private static List<EmulatorStart> emulators(LabSettings settings, List<EmulatorStart> further) {
        EmulatorStart oracle =
                surroundings -> OracleEmulator.start(surroundings, settings.cloud(), faults(settings.wireFaults()));
        return Stream.of(List.of(oracle), OTHERS, further).flatMap(List::stream).toList();
    }

    private static Interceptor faults(Optional<Path> file) {
        return file.<Interceptor>map(path -> new WireFaults(WireFaultsFile.read(path)))
                .orElse(Interceptor.none());
    }

    public LabEndpoints endpoints() {
        return endpoints;
    }

    /// Stops listening. The world stays in its folder.
    @Override
    public void close() {
        closeAll(open);
    }

    private static void closeAll(Deque<AutoCloseable> open) {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception cause) {
                throw new IllegalStateException("The lab did not close: " + cause.getMessage(), cause);
            }
        }
    }

    /// Does a lab, in whatever process, serve the folder or begin to?
    public static boolean isServed(Path folder) {
        return FolderLock.isHeld(folder);
    }

    /// Removes a world with everything in its folder. Nothing happens if there is none.
    ///
    /// @throws IllegalStateException if a lab serves it
    public static void forget(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        if (FolderLock.isHeld(folder)) {
            throw new IllegalStateException("A lab serves " + folder + ". Stop it, then reset it.");
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("The lab's world " + folder + " can't be removed", cause);
        }
    }
}
