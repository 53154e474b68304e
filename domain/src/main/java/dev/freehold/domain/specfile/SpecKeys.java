package dev.freehold.domain.specfile;

import dev.freehold.domain.allowance.Allowances;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.spec.BudgetSpec;
import dev.freehold.domain.spec.CephSpec;
import dev.freehold.domain.spec.GitopsSpec;
import dev.freehold.domain.spec.Glob;
import dev.freehold.domain.spec.ImagesSpec;
import dev.freehold.domain.spec.IngressSpec;
import dev.freehold.domain.spec.KubernetesSpec;
import dev.freehold.domain.spec.LoadBalancerSpec;
import dev.freehold.domain.spec.MeshSpec;
import dev.freehold.domain.spec.NetworkSpec;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.spec.StateSpec;
import dev.freehold.domain.specfile.form.Amount.Least;
import dev.freehold.domain.specfile.form.Form.Many;
import dev.freehold.domain.specfile.form.Form.Word;
import dev.freehold.domain.specfile.form.Forms;
import dev.freehold.domain.specfile.form.Group;
import dev.freehold.domain.specfile.form.Member.Nulls;
import dev.freehold.domain.specfile.form.Member.Otherwise;
import dev.freehold.domain.specfile.form.Member.Section;
import dev.freehold.domain.specfile.form.Member.Sections;
import dev.freehold.domain.specfile.form.Member.Value;
import java.util.List;

/// The keys at the top. From here the whole table of keys is reached: what reads, writes, describes and
/// documents the spec walks the same one.
final class SpecKeys {
    static final Value<Spec, String> NAME = new Value<>(
            "name",
            Forms.LABEL,
            Otherwise.REQUIRED,
            Spec::name,
            "What the platform is called: tags and names in Oracle Cloud begin with it.");

    static final Value<Spec, String> ALLOWANCE = new Value<>(
            "allowance",
            new Word<>(PlatformKeys.words(Allowances.ids())),
            Otherwise.DEFAULT_PLATFORM,
            spec -> spec.account().allowance(),
            "What Oracle gives for free, by the date from which it held.");

    static final Value<Spec, String> REGION = new Value<>(
            "region",
            Forms.REGION,
            Otherwise.DEFAULT_PLATFORM,
            spec -> spec.account().region(),
            "The tenancy's home region.");

    static final Value<Spec, String> COMPARTMENT = new Value<>(
            "compartment",
            Forms.OCI_NAME,
            Otherwise.DEFAULT_PLATFORM,
            spec -> spec.account().compartment(),
            "The compartment that holds everything, with its own quota and budget.");

    static final Value<Spec, Usd> ACCEPT_USD = new Value<>(
            "accept-usd-per-month",
            Forms.dollars(Least.WILL_DO, "0"),
            Otherwise.DEFAULT_PLATFORM,
            spec -> spec.account().acceptUsdPerMonth(),
            "What may cost money at list price up to this is planned, and said; 0 refuses it. Above 0 means a paying"
                    + " tenancy.");

    static final Section<Spec, BudgetSpec> BUDGET = new Section<>(
            "budget",
            PlatformKeys.BUDGET,
            Nulls.REFUSED,
            spec -> spec.account().budget(),
            "The budget whose alert tells of the first cent.");

    static final Value<Spec, List<Glob>> PROTECT = new Value<>(
            "protect",
            new Many<>(Forms.RESOURCE_IDS),
            Otherwise.DEFAULT_PLATFORM,
            Spec::protect,
            "The ids of what no plan may delete or replace, beside what holds data and protects itself; * stands for"
                    + " any characters, / among them, and ? for one.");

    static final Section<Spec, StateSpec> STATE = new Section<>(
            "state", PlatformKeys.STATE, Nulls.REFUSED, Spec::state, "Where the layers' states are kept.");

    static final Section<Spec, NetworkSpec> NETWORK = new Section<>(
            "network", NetworkKeys.GROUP, Nulls.REFUSED, Spec::network, "The networks of the machines and of the VMs.");

    static final Sections<Spec, NodeSpec> NODES =
            new Sections<>("nodes", NodeKeys.GROUP, Spec::nodes, "The machines on Oracle Cloud; [] means none.");

    static final Section<Spec, IngressSpec> INGRESS = new Section<>(
            "ingress",
            NetworkKeys.INGRESS,
            Nulls.ALLOWED,
            spec -> spec.access().ingress(),
            "How the outside reaches the cluster; null: not at all.");

    static final Section<Spec, LoadBalancerSpec> LOAD_BALANCER = new Section<>(
            "load-balancer",
            PlatformKeys.LOAD_BALANCER,
            Nulls.ALLOWED,
            spec -> spec.access().loadBalancer(),
            "Oracle's flexible load balancer; null: none.");

    static final Section<Spec, MeshSpec> MESH = new Section<>(
            "mesh",
            PlatformKeys.MESH,
            Nulls.REFUSED,
            spec -> spec.access().mesh(),
            "The tailnet that every machine joins.");

    static final Section<Spec, CephSpec> CEPH = new Section<>(
            "ceph",
            PlatformKeys.CEPH,
            Nulls.ALLOWED,
            Spec::ceph,
            "Storage shared by the hosts, on a partition of each boot volume; null: each host's own thin storage.");

    static final Section<Spec, KubernetesSpec> KUBERNETES = new Section<>(
            "kubernetes",
            KubernetesKeys.GROUP,
            Nulls.REFUSED,
            spec -> spec.cluster().kubernetes(),
            "The Talos cluster.");

    static final Section<Spec, GitopsSpec> GITOPS = new Section<>(
            "gitops",
            PlatformKeys.GITOPS,
            Nulls.REFUSED,
            spec -> spec.cluster().gitops(),
            "Where Flux finds what runs in the cluster.");

    static final Value<Spec, List<String>> APPS = new Value<>(
            "apps",
            new Many<>(new Word<>(PlatformKeys.words(List.of("tailscale-operator", "cert-manager", "alloy")))),
            Otherwise.DEFAULT_PLATFORM,
            spec -> spec.cluster().apps(),
            "The apps that a deployment waits for. Others are Flux's alone: they go into the repository, not in here.");

    static final Section<Spec, ImagesSpec> IMAGES = new Section<>(
            "images", PlatformKeys.IMAGES, Nulls.REFUSED, Spec::images, "How the disk images come to be.");

    static final Group<Spec> GROUP = Group.of(List.of(
            NAME,
            ALLOWANCE,
            REGION,
            COMPARTMENT,
            ACCEPT_USD,
            BUDGET,
            PROTECT,
            STATE,
            NETWORK,
            NODES,
            INGRESS,
            LOAD_BALANCER,
            MESH,
            CEPH,
            KUBERNETES,
            GITOPS,
            APPS,
            IMAGES));

    private SpecKeys() {}
}
