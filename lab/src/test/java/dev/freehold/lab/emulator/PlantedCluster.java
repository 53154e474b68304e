package dev.freehold.lab.emulator;

import dev.freehold.lab.machine.Actor;
import dev.freehold.lab.machine.Disk.Readers;
import dev.freehold.lab.machine.FileRefusal;
import dev.freehold.lab.machine.Machine;
import dev.freehold.lab.machine.Program.Call;
import dev.freehold.lab.network.Overlay.Holder;
import dev.freehold.lab.network.TcpService;
import dev.freehold.lab.network.Vantage;
import dev.freehold.lab.network.Visit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A further emulator, as one that comes later would be: a cluster of those machines whose names begin with `host`.
/// It has programs on them, a file of theirs, a console on the first of them, and a VM on a network of its own.
final class PlantedCluster implements Emulator {
    static final int CONSOLE = 8006;
    static final int VM_API = 50_000;
    static final String VM = "10.20.0.11";
    static final String FIRST_HOST = "10.20.0.1";
    static final String FILE = "/etc/cluster.conf";

    private final TcpService console;
    private final TcpService vm;

    private PlantedCluster(TcpService console, TcpService vm) {
        this.console = console;
        this.vm = vm;
    }

    static PlantedCluster start(Surroundings surroundings) {
        surroundings.programs().install("cluster", PlantedCluster::isHost, PlantedCluster::cluster);
        surroundings.programs().install("backwards", PlantedCluster::backwards);
        var network = surroundings.network();
        var console = new TcpService(network, (visit, connection) -> greet(visit, connection, "console"));
        network.serve(CONSOLE, PlantedCluster::isFirst, console);
        var vm = new TcpService(network, (visit, connection) -> greet(visit, connection, "VM"));
        network.lay((from, address) -> isHost(from) ? holder(surroundings, address, vm) : Optional.empty());
        return new PlantedCluster(console, vm);
    }

    private static boolean isHost(Machine machine) {
        return machine.name().startsWith("host");
    }

    private static boolean isFirst(Machine machine) {
        return machine.name().equals("host-1");
    }

    private static boolean isHost(Vantage from) {
        return from instanceof Vantage.On(var machine) && isHost(machine);
    }

    private static Optional<Holder> holder(Surroundings surroundings, String address, TcpService vm) {
        return switch (address) {
            case VM -> Optional.of(new Holder.Played(Map.of(VM_API, vm)));
            case FIRST_HOST ->
                surroundings.machines().all().stream()
                        .filter(PlantedCluster::isFirst)
                        .findFirst()
                        .map(machine -> new Holder.OfMachine(machine.id()));
            default -> Optional.empty();
        };
    }

    /// Says first who it is, as SSH does: it must know from the start for whom its visitor has come.
    private static void greet(Visit visit, Socket connection, String what) throws IOException {
        var name = visit.machine().map(Machine::name).orElse("nobody's machine");
        connection
                .getOutputStream()
                .write((what + " of " + name + " at " + visit.address() + '\n').getBytes(StandardCharsets.UTF_8));
    }

    /// `cluster create NAME` and `cluster status`.
    private static int cluster(Call call) throws IOException {
        try {
            if (call.words().getFirst().equals("create")) {
                call.disk().write(FILE, call.words().getLast(), Readers.ROOT, call.by());
                return 0;
            }
            var name = call.disk().text(FILE, Actor.ROOT);
            if (name.isEmpty()) {
                call.io().complain("this host is in no cluster");
                return 2;
            }
            call.io().print(call.machine().name() + " is in " + name.get());
            return 0;
        } catch (FileRefusal refusal) {
            call.io().complain(refusal.getMessage());
            return 1;
        }
    }

    /// What comes in goes out the other way round.
    private static int backwards(Call call) throws IOException {
        var text = new String(call.io().in().readAllBytes(), StandardCharsets.UTF_8);
        call.io().print(new StringBuilder(text).reverse().toString());
        call.io().complain(String.join("+", call.words()));
        return 7;
    }

    @Override
    public void describe(ObjectNode endpoints) {
        endpoints.putObject("planted").put("vm", VM);
    }

    @Override
    public void close() {
        try {
            console.close();
            vm.close();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
