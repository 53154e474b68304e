package dev.freehold.domain.fit;

import dev.freehold.domain.address.GuestName;
import dev.freehold.domain.spec.KubernetesSpec.Machines;
import dev.freehold.domain.spec.Spec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/// Which host each Talos VM starts on, as a function of the spec alone: control planes first, each on the host
/// that has room, then carries the fewest of its role, then the fewest VMs, then stands first in the spec.
/// Where no host has room, the same among all: [Fit] then says which host is overcommitted.
public final class Placement {
    private final Map<String, String> hostByVm;
    private final Map<String, List<String>> vmsByHost;
    private final List<HostLoad> loads;

    private Placement(Map<String, String> hostByVm, List<HostLoad> loads) {
        this.hostByVm = Collections.unmodifiableMap(hostByVm);
        this.vmsByHost = new HashMap<>();
        hostByVm.forEach((vm, host) ->
                vmsByHost.computeIfAbsent(host, _ -> new ArrayList<>()).add(vm));
        this.loads = List.copyOf(loads);
    }

    public static Placement of(Spec spec) {
        var loads = new ArrayList<HostLoad>();
        spec.hosts().forEach(host -> loads.add(HostLoad.empty(HostCapacity.of(host, spec.ceph()))));
        var hostByVm = new LinkedHashMap<String, String>();
        if (!loads.isEmpty()) {
            place(spec.cluster().kubernetes().controlPlanes(), GuestName::controlPlane, loads, hostByVm);
            loads.replaceAll(HostLoad::forNextRole);
            place(spec.cluster().kubernetes().workers(), GuestName::worker, loads, hostByVm);
        }
        return new Placement(hostByVm, loads);
    }

    private static void place(
            Machines machines, IntFunction<String> name, List<HostLoad> loads, Map<String, String> hostByVm) {
        for (int number = 1; number <= machines.count(); number++) {
            int best = 0;
            for (int at = 1; at < loads.size(); at++) {
                if (loads.get(at).isBetterThan(loads.get(best), machines)) {
                    best = at;
                }
            }
            var load = loads.get(best).with(machines);
            loads.set(best, load);
            hostByVm.put(name.apply(number), load.capacity().name());
        }
    }

    /// Empty for a VM that the spec doesn't mean, and for all where there is no host.
    public Optional<String> hostOf(String vm) {
        return Optional.ofNullable(hostByVm.get(vm));
    }

    /// Every VM and its host: control planes, then workers. Empty where there is no host.
    public Map<String, String> hostByVm() {
        return hostByVm;
    }

    /// The VMs that start on `host`, in their order.
    public List<String> vmsOn(String host) {
        return List.copyOf(vmsByHost.getOrDefault(host, List.of()));
    }

    /// The hosts with what they carry, in the order of the spec.
    List<HostLoad> loads() {
        return loads;
    }
}
