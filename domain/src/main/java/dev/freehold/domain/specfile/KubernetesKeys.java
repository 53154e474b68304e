package dev.freehold.domain.specfile;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.spec.KubernetesSpec;
import dev.freehold.domain.spec.KubernetesSpec.Emulation;
import dev.freehold.domain.spec.KubernetesSpec.Machines;
import dev.freehold.domain.specfile.form.Form.Word;
import dev.freehold.domain.specfile.form.Forms;
import dev.freehold.domain.specfile.form.Group;
import dev.freehold.domain.specfile.form.Member.Nulls;
import dev.freehold.domain.specfile.form.Member.Otherwise;
import dev.freehold.domain.specfile.form.Member.Section;
import dev.freehold.domain.specfile.form.Member.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The keys of `kubernetes`.
final class KubernetesKeys {
    static final Value<Machines, Integer> COUNT =
            new Value<>("count", Forms.whole(0, 1000, 3), Otherwise.DEFAULT_PLATFORM, Machines::count, "How many VMs.");

    static final Value<Machines, Integer> CORES =
            new Value<>("cores", Forms.whole(1, 256, 2), Otherwise.DEFAULT_PLATFORM, Machines::cores, "vCPUs of each.");

    static final Value<Machines, Gigabytes> MEMORY =
            new Value<>("memory-gb", Forms.GIGABYTES, Otherwise.DEFAULT_PLATFORM, Machines::memory, "Memory of each.");

    static final Value<Machines, Gigabytes> DISK =
            new Value<>("disk-gb", Forms.GIGABYTES, Otherwise.DEFAULT_PLATFORM, Machines::disk, "Disk of each.");

    private static final Group<Machines> MACHINES = Group.of(List.of(COUNT, CORES, MEMORY, DISK));

    static final Value<KubernetesSpec, Ipv4> ENDPOINT = new Value<>(
            "endpoint",
            Forms.ADDRESS,
            Otherwise.workedOut("the 10th of network.vms, or the next free one"),
            KubernetesSpec::endpoint,
            "The control planes' shared address, in network.vms, but not its first two (the second is the gateway) or"
                    + " its last.");

    static final Value<KubernetesSpec, Cidr> PODS = new Value<>(
            "pods",
            Forms.BLOCK,
            Otherwise.DEFAULT_PLATFORM,
            KubernetesSpec::pods,
            "Addresses of pods, from /8 to /24; each Kubernetes node takes a /24 of them.");

    static final Value<KubernetesSpec, Cidr> SERVICES = new Value<>(
            "services",
            Forms.BLOCK,
            Otherwise.DEFAULT_PLATFORM,
            KubernetesSpec::services,
            "Addresses of services, from /12 to /28.");

    static final Section<KubernetesSpec, Machines> CONTROL_PLANES = new Section<>(
            "control-planes",
            MACHINES,
            Nulls.REFUSED,
            KubernetesSpec::controlPlanes,
            "The VMs that run the control plane.");

    static final Section<KubernetesSpec, Machines> WORKERS = new Section<>(
            "workers",
            MACHINES,
            Nulls.REFUSED,
            KubernetesSpec::workers,
            "The VMs that only carry workloads; without any, the control planes carry them.");

    static final Value<KubernetesSpec, Emulation> EMULATION = new Value<>(
            "emulation",
            new Word<>(emulations()),
            Otherwise.DEFAULT_PLATFORM,
            KubernetesSpec::emulation,
            "Whether VMs may live on hosts without /dev/kvm, ten times slower. Oracle's A1 machines have none.");

    static final Group<KubernetesSpec> GROUP =
            Group.of(List.of(ENDPOINT, PODS, SERVICES, CONTROL_PLANES, WORKERS, EMULATION));

    private KubernetesKeys() {}

    private static Map<String, Emulation> emulations() {
        var words = new LinkedHashMap<String, Emulation>();
        words.put("refuse", Emulation.REFUSE);
        words.put("accept", Emulation.ACCEPT);
        return words;
    }
}
