package dev.freehold.domain.specfile;

import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Mbps;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.spec.BudgetSpec;
import dev.freehold.domain.spec.CephSpec;
import dev.freehold.domain.spec.GitopsSpec;
import dev.freehold.domain.spec.ImagesSpec;
import dev.freehold.domain.spec.LoadBalancerSpec;
import dev.freehold.domain.spec.MeshSpec;
import dev.freehold.domain.spec.StateSpec;
import dev.freehold.domain.specfile.form.Amount.Least;
import dev.freehold.domain.specfile.form.Form.Named;
import dev.freehold.domain.specfile.form.Form.Word;
import dev.freehold.domain.specfile.form.Forms;
import dev.freehold.domain.specfile.form.Group;
import dev.freehold.domain.specfile.form.Member.Nulls;
import dev.freehold.domain.specfile.form.Member.Otherwise;
import dev.freehold.domain.specfile.form.Member.Section;
import dev.freehold.domain.specfile.form.Member.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The keys of the smaller groups.
final class PlatformKeys {
    static final Value<BudgetSpec, Usd> ALERT = new Value<>(
            "alert-usd",
            Forms.dollars(Least.IS_TOO_LITTLE, "0.01"),
            Otherwise.DEFAULT_PLATFORM,
            BudgetSpec::alert,
            "The spending of a month at which Oracle sends a mail.");

    static final Value<BudgetSpec, String> EMAIL =
            new Value<>("email", Forms.EMAIL, Otherwise.DEFAULT_PLATFORM, BudgetSpec::email, "Who gets that mail.");

    static final Group<BudgetSpec> BUDGET = Group.of(List.of(ALERT, EMAIL));

    static final Value<StateSpec, String> BACKEND = new Value<>(
            "backend",
            new Word<>(words(List.of("local", "oci"))),
            Otherwise.DEFAULT_PLATFORM,
            state -> state instanceof StateSpec.Oci ? "oci" : "local",
            "On this computer, or in a bucket of Oracle's Object Storage.");

    static final Value<StateSpec, String> BUCKET = new Value<>(
            "bucket",
            Forms.OCI_NAME,
            Otherwise.UNSET,
            state -> state instanceof StateSpec.Oci(var bucket) ? bucket : null,
            "The bucket's name: needed with backend oci, and only with it.");

    static final Group<StateSpec> STATE = Group.of(List.of(BACKEND, BUCKET));

    static final Value<LoadBalancerSpec, Mbps> LEAST = new Value<>(
            "min-mbps", Forms.BANDWIDTH, Otherwise.workedOut("10"), LoadBalancerSpec::min, "Bandwidth it always has.");

    static final Value<LoadBalancerSpec, Mbps> MOST = new Value<>(
            "max-mbps",
            Forms.BANDWIDTH,
            Otherwise.workedOut("as min-mbps"),
            LoadBalancerSpec::max,
            "Bandwidth it grows to, at least min-mbps.");

    static final Group<LoadBalancerSpec> LOAD_BALANCER = Group.of(List.of(LEAST, MOST));

    static final Value<MeshSpec, String> TAILNET = new Value<>(
            "tailnet", Forms.DOMAIN, Otherwise.DEFAULT_PLATFORM, MeshSpec::tailnet, "The DNS name of the tailnet.");

    static final Group<MeshSpec> MESH = Group.of(List.of(TAILNET));

    static final Value<CephSpec, Gigabytes> OSD = new Value<>(
            "osd-gb",
            Forms.GIGABYTES,
            Otherwise.DEFAULT_PLATFORM,
            CephSpec::osd,
            "The partition of each host's boot volume that Ceph gets.");

    static final Value<CephSpec, String> POOL = new Value<>(
            "pool", Forms.OCI_NAME, Otherwise.DEFAULT_PLATFORM, CephSpec::pool, "The name of the pool of VM disks.");

    static final Value<CephSpec, Integer> SIZE = new Value<>(
            "size", Forms.whole(1, 10, 3), Otherwise.DEFAULT_PLATFORM, CephSpec::size, "Copies of everything.");

    static final Value<CephSpec, Integer> MIN_SIZE = new Value<>(
            "min-size",
            Forms.whole(1, 10, 2),
            Otherwise.workedOut("2, or size where that is less"),
            CephSpec::minSize,
            "Copies that must be there to go on writing, at most size.");

    static final Group<CephSpec> CEPH = Group.of(List.of(OSD, POOL, SIZE, MIN_SIZE));

    static final Value<GitopsSpec, String> REPOSITORY = new Value<>(
            "repository", Forms.REPOSITORY, Otherwise.DEFAULT_PLATFORM, GitopsSpec::repository, "Where Flux reads.");

    static final Value<GitopsSpec, String> BRANCH = new Value<>(
            "branch", Forms.BRANCH, Otherwise.DEFAULT_PLATFORM, GitopsSpec::branch, "The branch that it follows.");

    static final Value<GitopsSpec, String> FOLDER = new Value<>(
            "path", Forms.FOLDER, Otherwise.DEFAULT_PLATFORM, GitopsSpec::path, "The folder of this cluster.");

    static final Value<GitopsSpec, Duration> INTERVAL = new Value<>(
            "interval", Forms.INTERVAL, Otherwise.DEFAULT_PLATFORM, GitopsSpec::interval, "How often Flux looks.");

    static final Group<GitopsSpec> GITOPS = Group.of(List.of(REPOSITORY, BRANCH, FOLDER, INTERVAL));

    static final Value<ImagesSpec, String> PREBUILT_BASE = new Value<>(
            "base", Forms.OCI_NAME, Otherwise.UNSET, ImagesSpec::prebuiltBase, "In place of the hardened base image.");

    static final Value<ImagesSpec, String> PREBUILT_PROXMOX = new Value<>(
            "proxmox", Forms.OCI_NAME, Otherwise.UNSET, ImagesSpec::prebuiltProxmox, "In place of the Proxmox image.");

    static final Section<ImagesSpec, ImagesSpec> PREBUILT = new Section<>(
            "prebuilt",
            Group.of(List.of(PREBUILT_BASE, PREBUILT_PROXMOX)),
            Nulls.REFUSED,
            images -> images,
            "Custom images that are in the tenancy already, by name.");

    static final Value<ImagesSpec, ImagesSpec.Builder> BUILDER = new Value<>(
            "builder",
            new Word<>(builders()),
            Otherwise.DEFAULT_PLATFORM,
            ImagesSpec::builder,
            "What builds the disk images.");

    static final Value<ImagesSpec, Map<String, String>> SOURCES = new Value<>(
            "sources",
            new Named<>(Forms.PACKAGE_SOURCE_NAME, Forms.PACKAGE_SOURCE),
            Otherwise.DEFAULT_PLATFORM,
            ImagesSpec::sources,
            "Where packages come from in place of the vendors' own archives, by name: debian, debian-security,"
                    + " tailscale, proxmox, ceph. With none, images are built without that part. NAME-key pins the key"
                    + " of a source that is not on this computer.");

    static final Group<ImagesSpec> IMAGES = Group.of(List.of(BUILDER, PREBUILT, SOURCES));

    private PlatformKeys() {}

    /// Words that mean themselves.
    static Map<String, String> words(List<String> all) {
        var words = new LinkedHashMap<String, String>();
        for (var word : all) {
            words.put(word, word);
        }
        return words;
    }

    private static Map<String, ImagesSpec.Builder> builders() {
        var words = new LinkedHashMap<String, ImagesSpec.Builder>();
        words.put("packer", ImagesSpec.Builder.PACKER);
        words.put("dagger", ImagesSpec.Builder.DAGGER);
        words.put("mmdebstrap", ImagesSpec.Builder.MMDEBSTRAP);
        return words;
    }
}
