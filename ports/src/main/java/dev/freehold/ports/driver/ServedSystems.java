package dev.freehold.ports.driver;

import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.SystemName;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What a target serves, said once: whose drivers make the resources of each of its systems, and who awaits their
/// gates. A system that is not named is not served, and a command that would need it is refused before it begins.
public final class ServedSystems implements Drivers, GateKeeper {
    private final Map<SystemName, Drivers> drivers;
    private final Map<SystemName, GateKeeper> gates;

    /// @param drivers by the system of the resources that they make
    /// @param gates by the system of the facts that they await
    public ServedSystems(Map<SystemName, ? extends Drivers> drivers, Map<SystemName, ? extends GateKeeper> gates) {
        this.drivers = copied(drivers);
        this.gates = copied(gates);
    }

    /// Of a target where one adapter plays them all.
    public static ServedSystems all(Drivers drivers, GateKeeper gates) {
        var everyDriver = new EnumMap<SystemName, Drivers>(SystemName.class);
        var everyGate = new EnumMap<SystemName, GateKeeper>(SystemName.class);
        Arrays.stream(SystemName.values()).forEach(system -> {
            everyDriver.put(system, drivers);
            everyGate.put(system, gates);
        });
        return new ServedSystems(everyDriver, everyGate);
    }

    private static <T> Map<SystemName, T> copied(Map<SystemName, ? extends T> bySystem) {
        var copy = new EnumMap<SystemName, T>(SystemName.class);
        copy.putAll(bySystem);
        return copy;
    }

    public boolean serves(Node node) {
        return switch (node) {
            case Gate gate -> gates.containsKey(gate.system());
            case Resource resource -> drivers.containsKey(resource.system());
        };
    }

    /// The same systems, with everything that serves them wrapped.
    public ServedSystems wrapped(UnaryOperator<Drivers> wrapDrivers, UnaryOperator<GateKeeper> wrapGates) {
        var wrapped = new ServedSystems(drivers, gates);
        wrapped.drivers.replaceAll((_, each) -> wrapDrivers.apply(each));
        wrapped.gates.replaceAll((_, each) -> wrapGates.apply(each));
        return wrapped;
    }

    @Override
    public <R extends Resource> ResourceDriver<R> of(R resource) {
        return serving(drivers, resource).of(resource);
    }

    @Override
    public Answer await(Gate gate, Context context) throws InterruptedException {
        return serving(gates, gate).await(gate, context);
    }

    private static <T> T serving(Map<SystemName, T> bySystem, Node node) {
        var found = bySystem.get(node.system());
        if (found == null) {
            throw new IllegalArgumentException(
                    node.id() + " lives in " + node.system().word() + ", which this target does not serve");
        }
        return found;
    }
}
