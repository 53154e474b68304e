package dev.freehold.domain.specfile;

import dev.freehold.domain.address.HeldAddresses;
import dev.freehold.domain.document.Document;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.quantity.Mbps;
import dev.freehold.domain.spec.AccessSpec;
import dev.freehold.domain.spec.AccountSpec;
import dev.freehold.domain.spec.BudgetSpec;
import dev.freehold.domain.spec.CephSpec;
import dev.freehold.domain.spec.ClusterSpec;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.GitopsSpec;
import dev.freehold.domain.spec.ImagesSpec;
import dev.freehold.domain.spec.IngressSpec;
import dev.freehold.domain.spec.KubernetesSpec;
import dev.freehold.domain.spec.KubernetesSpec.Machines;
import dev.freehold.domain.spec.LoadBalancerSpec;
import dev.freehold.domain.spec.MeshSpec;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.spec.StateSpec;
import dev.freehold.domain.specfile.form.Mistakes;
import dev.freehold.domain.specfile.form.Place;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads a spec from its document: each key by the table of keys, then what holds between them. Every part is
/// read before any is made, so that everything wrong is found; the parts are made when nothing was.
public final class SpecReader {
    private final Fields<Spec> root;
    private final Mistakes problems;
    private final Supplier<HeldAddresses> held;

    private SpecReader(Fields<Spec> root, Mistakes problems, Supplier<HeldAddresses> held) {
        this.root = root;
        this.problems = problems;
        this.held = held;
    }

    /// Never throws, and reports everything that is wrong, not the first thing.
    public static SpecReading read(Document document) {
        return read(document, () -> HeldAddresses.NONE);
    }

    /// The same, where something may stand already.
    ///
    /// @param held the addresses that what stands has; asked for where the file leaves one to be chosen
    public static SpecReading read(Document document, Supplier<HeldAddresses> held) {
        var problems = new Mistakes();
        var root = Fields.open(SpecKeys.GROUP, document, Place.top(document.line()), DefaultSpec.threeNode(), problems);
        if (root.state() == Fields.State.FAULTY) {
            return new SpecReading.Faulty(problems.inOrder());
        }
        var spec = new SpecReader(root, problems, held).spec();
        return problems.none() ? new SpecReading.Sound(spec.get()) : new SpecReading.Faulty(problems.inOrder());
    }

    private Supplier<Spec> spec() {
        var name = root.read(SpecKeys.NAME);
        var allowance = root.read(SpecKeys.ALLOWANCE);
        var region = root.read(SpecKeys.REGION);
        var compartment = root.read(SpecKeys.COMPARTMENT);
        var acceptUsd = root.read(SpecKeys.ACCEPT_USD);
        var budget = budget();
        var state = state();
        var kubernetesFields = root.open(SpecKeys.KUBERNETES);
        var network = new NetworkReading(root.open(SpecKeys.NETWORK), kubernetesFields, problems);
        var ingressFields = root.open(SpecKeys.INGRESS);
        var ingressAddress =
                ingressFields.state() == Fields.State.NONE ? null : ingressFields.read(NetworkKeys.INGRESS_ADDRESS);
        var nodes = new NodesReading(
                root.open(SpecKeys.NODES), root.place(), network.subnet(), ingressAddress, held, problems);
        var ingress = ingress(ingressFields, nodes.ingress());
        var loadBalancer = loadBalancer();
        var mesh = root.open(SpecKeys.MESH).read(PlatformKeys.TAILNET);
        var ceph = ceph();
        var kubernetes = kubernetes(kubernetesFields, network);
        var gitops = gitops();
        var apps = root.read(SpecKeys.APPS);
        var images = images();
        var protect = root.read(SpecKeys.PROTECT);
        return () -> new Spec(
                name.sound(),
                new AccountSpec(
                        allowance.sound(), region.sound(), compartment.sound(), acceptUsd.sound(), budget.get()),
                state.get(),
                network.spec().get(),
                nodes.specs().get(),
                new AccessSpec(
                        ingress == null ? null : ingress.get(),
                        loadBalancer == null ? null : loadBalancer.get(),
                        new MeshSpec(mesh.sound())),
                ceph == null ? null : ceph.get(),
                new ClusterSpec(kubernetes.get(), gitops.get(), apps.sound()),
                images.get(),
                protect.sound());
    }

    private Supplier<BudgetSpec> budget() {
        var fields = root.open(SpecKeys.BUDGET);
        var alert = fields.read(PlatformKeys.ALERT);
        var email = fields.read(PlatformKeys.EMAIL);
        return () -> new BudgetSpec(alert.sound(), email.sound());
    }

    private Supplier<StateSpec> state() {
        var fields = root.open(SpecKeys.STATE);
        var backend = fields.read(PlatformKeys.BACKEND);
        var bucket = fields.read(PlatformKeys.BUCKET);
        boolean remote = "oci".equals(backend.value());
        if (remote && bucket.isOpen()) {
            problems.add(
                    backend.place(),
                    "backend oci needs the key 'bucket' beside it; write the bucket's name, such"
                            + " as bucket: freehold-state");
        }
        if ("local".equals(backend.value()) && bucket.value() != null) {
            problems.add(
                    bucket.place(),
                    "a bucket goes with backend oci, and the backend is local; remove the key, or"
                            + " write backend: oci");
        }
        return () -> remote ? new StateSpec.Oci(bucket.sound()) : new StateSpec.Local();
    }

    private static @Nullable Supplier<IngressSpec> ingress(Fields<IngressSpec> fields, Given<Ipv4> address) {
        if (fields.state() == Fields.State.NONE) {
            return null;
        }
        var publicIp = fields.read(NetworkKeys.INGRESS_PUBLIC_IP);
        var nodePort = fields.read(NetworkKeys.NODE_PORT);
        return () -> new IngressSpec(publicIp.sound(), address.sound(), nodePort.sound());
    }

    private @Nullable Supplier<LoadBalancerSpec> loadBalancer() {
        var fields = root.open(SpecKeys.LOAD_BALANCER);
        if (fields.state() == Fields.State.NONE) {
            return null;
        }
        var least = fields.read(PlatformKeys.LEAST).or(new Mbps(10));
        var most = least.value() == null
                ? fields.read(PlatformKeys.MOST)
                : fields.read(PlatformKeys.MOST).or(least.value());
        if (least.value() != null && most.value() != null && least.value().compareTo(most.value()) > 0) {
            problems.add(
                    most.place(),
                    "max-mbps " + most.sound().count() + " is less than min-mbps "
                            + least.sound().count() + "; make it at least as large");
        }
        return () -> new LoadBalancerSpec(least.sound(), most.sound());
    }

    private @Nullable Supplier<CephSpec> ceph() {
        var fields = root.open(SpecKeys.CEPH);
        if (fields.state() == Fields.State.NONE) {
            return null;
        }
        var osd = fields.read(PlatformKeys.OSD);
        var pool = fields.read(PlatformKeys.POOL);
        var size = fields.read(PlatformKeys.SIZE);
        var usualLeast = size.value() == null ? 2 : Math.min(2, size.value());
        var least = fields.read(PlatformKeys.MIN_SIZE).or(usualLeast);
        if (size.value() != null && least.value() != null && least.value() > size.value()) {
            problems.add(
                    least.place(),
                    "min-size " + least.value() + " is more than size " + size.value()
                            + (size.written() ? "" : " (the default)")
                            + "; Ceph would never write: make it at most size");
        }
        return () -> new CephSpec(osd.sound(), pool.sound(), size.sound(), least.sound());
    }

    private Supplier<KubernetesSpec> kubernetes(Fields<KubernetesSpec> fields, NetworkReading network) {
        var endpoint = network.endpoint(fields.read(KubernetesKeys.ENDPOINT));
        var controlPlaneFields = fields.open(KubernetesKeys.CONTROL_PLANES);
        var workerFields = fields.open(KubernetesKeys.WORKERS);
        var controlPlaneCount = controlPlaneFields.read(KubernetesKeys.COUNT);
        var workerCount = workerFields.read(KubernetesKeys.COUNT);
        network.checkRoomFor(controlPlaneCount, workerCount);
        var controlPlanes = machines(controlPlaneCount, controlPlaneFields);
        var workers = machines(workerCount, workerFields);
        var emulation = fields.read(KubernetesKeys.EMULATION);
        return () -> new KubernetesSpec(
                endpoint.sound(),
                network.pods().sound(),
                network.services().sound(),
                controlPlanes.get(),
                workers.get(),
                emulation.sound());
    }

    private static Supplier<Machines> machines(Given<Integer> count, Fields<Machines> fields) {
        var cores = fields.read(KubernetesKeys.CORES);
        var memory = fields.read(KubernetesKeys.MEMORY);
        var disk = fields.read(KubernetesKeys.DISK);
        return () -> new Machines(count.sound(), cores.sound(), memory.sound(), disk.sound());
    }

    private Supplier<GitopsSpec> gitops() {
        var fields = root.open(SpecKeys.GITOPS);
        var repository = fields.read(PlatformKeys.REPOSITORY);
        var branch = fields.read(PlatformKeys.BRANCH);
        var folder = fields.read(PlatformKeys.FOLDER);
        var interval = fields.read(PlatformKeys.INTERVAL);
        return () -> new GitopsSpec(repository.sound(), branch.sound(), folder.sound(), interval.sound());
    }

    private void check(Given<Map<String, String>> sources) {
        var given = sources.value();
        if (given == null) {
            return;
        }
        given.forEach((name, value) -> {
            boolean key = name.endsWith("-key");
            var allowed = key
                    ? "the fingerprint of a key"
                    : ImagesSpec.PARTS.contains(name) ? "a URL or none" : "a URL: nothing is built without it";
            boolean fits = value.equals("none") ? ImagesSpec.PARTS.contains(name) : key != value.startsWith("http");
            if (!fits) {
                problems.add(
                        sources.place(), name + ": '" + value + "' stands here, but what is allowed is " + allowed);
            }
        });
    }

    private Supplier<ImagesSpec> images() {
        var fields = root.open(SpecKeys.IMAGES);
        var builder = fields.read(PlatformKeys.BUILDER);
        var prebuilt = fields.open(PlatformKeys.PREBUILT);
        var base = prebuilt.read(PlatformKeys.PREBUILT_BASE);
        var proxmox = prebuilt.read(PlatformKeys.PREBUILT_PROXMOX);
        var sources = fields.read(PlatformKeys.SOURCES);
        check(sources);
        return () -> new ImagesSpec(builder.sound(), base.value(), proxmox.value(), sources.sound());
    }
}
