package dev.freehold.adapters.sim.world;

import static dev.freehold.ports.driver.Calls.TOKEN;
import static dev.freehold.ports.driver.Calls.context;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.adapters.sim.Sim;
import dev.freehold.adapters.sim.ThreeHosts;
import dev.freehold.adapters.sim.Worlds;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.resource.ImageResource.CustomImage;
import dev.freehold.domain.resource.ImageResource.ImageCapabilitySchema;
import dev.freehold.domain.resource.ImageResource.ImageShapeEntry;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.resource.OciResource.PublicIpAssignment;
import dev.freehold.domain.resource.OciResource.ReservedPublicIp;
import dev.freehold.domain.resource.OciResource.Subnet;
import dev.freehold.domain.resource.OciResource.TailnetMembership;
import dev.freehold.domain.resource.OciResource.Vcn;
import dev.freehold.domain.resource.ProxmoxResource.ApiToken;
import dev.freehold.domain.resource.ProxmoxResource.Cluster;
import dev.freehold.domain.resource.ProxmoxResource.ClusterMember;
import dev.freehold.domain.resource.ProxmoxResource.QDevice;
import dev.freehold.domain.resource.ProxmoxResource.StorageContent;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.SetupResource.Budget;
import dev.freehold.domain.resource.SetupResource.QuotaPolicy;
import dev.freehold.domain.resource.TalosResource.EtcdBootstrap;
import dev.freehold.domain.resource.TalosResource.FluxSync;
import dev.freehold.domain.resource.TalosResource.TalosImage;
import dev.freehold.domain.resource.TalosResource.VirtualMachine;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.UpdateAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What Oracle, Proxmox, Talos and Kubernetes refuse, one rule each.
class VendorsRulesTest {
    private final SimWorld world = Worlds.complete();
    private final Sim sim = Worlds.at(world);

    private static Instance host() {
        return ThreeHosts.the(Instance.class, "ampere-1");
    }

    /// A fourth host, like the others but for these.
    private static Instance fourth(Ocpus ocpus, Gigabytes memory, Gigabytes boot, String address, Instance like) {
        return new Instance(
                "ampere-4",
                like.purpose(),
                new Instance.Size(
                        like.size().shape(), ocpus, memory, boot, like.size().dataPartition()),
                new Instance.Vnic(
                        Ipv4.parse(address), like.vnic().publicIp(), like.vnic().subnet()),
                new Instance.Boot(like.boot().image(), like.boot().bootableBy()),
                like.securityGroups(),
                like.sshKey(),
                like.guards(),
                like.tailnet());
    }

    private static Instance fourth(long memory, String address) {
        return fourth(Ocpus.of(1), Gigabytes.of(memory), Gigabytes.of(50), address, host());
    }

    private CreateAnswer create(Resource wanted) throws InterruptedException {
        return sim.drivers().of(wanted).create(wanted, TOKEN, context(sim.timeline()));
    }

    private String refusal(Resource wanted) throws InterruptedException {
        return create(wanted) instanceof Refused(var code, var words) ? code + ": " + words : "made";
    }

    private void lose(Node node) {
        world.remove(node.id(), sim.timeline().now());
    }

    @Test
    void a_limit_is_refused_as_oracle_does_and_by_its_names() throws InterruptedException {
        // 24 GB of A1 stand
        assertThat(refusal(fourth(1, "10.0.1.13")))
                .startsWith("LimitExceeded: The following service limits were exceeded: ")
                .contains("standard-a1-memory-count, standard-a1-memory-regional-count")
                .doesNotContain("core-count");
        assertThat(refusal(new ReservedPublicIp("third", "eu-frankfurt-1", compartment())))
                .startsWith("LimitExceeded")
                .contains("reserved-public-ip-count");
    }

    private static Ref<dev.freehold.domain.resource.SetupResource.Compartment> compartment() {
        return ThreeHosts.the(Vcn.class, "freehold").compartment();
    }

    @Test
    void a_limit_holds_for_a_change_in_place_too() throws InterruptedException {
        // given
        var before = host();
        var wanted = resized(before, 9);
        // when
        var answer = sim.drivers().of(before).update(before, wanted, context(sim.timeline()));
        // then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("LimitExceeded"));
        assertThat(sim.drivers().of(before).update(before, resized(before, 7), context(sim.timeline())))
                .isInstanceOf(UpdateAnswer.Updated.class);
    }

    private static Instance resized(Instance of, long memory) {
        return new Instance(
                of.name(),
                of.purpose(),
                new Instance.Size(
                        of.size().shape(),
                        of.size().ocpus(),
                        Gigabytes.of(memory),
                        of.size().bootVolume(),
                        of.size().dataPartition()),
                new Instance.Vnic(
                        of.vnic().address(), of.vnic().publicIp(), of.vnic().subnet()),
                new Instance.Boot(of.boot().image(), of.boot().bootableBy()),
                of.securityGroups(),
                of.sshKey(),
                of.guards(),
                of.tailnet());
    }

    @Test
    void the_tenancys_own_quota_is_refused_by_another_code() throws InterruptedException {
        // given: a policy that was written without the regional lines
        lose(host());
        var policy = ThreeHosts.the(QuotaPolicy.class, "freehold");
        var forgetful = new QuotaPolicy(
                policy.name(),
                policy.statements().stream()
                        .filter(statement -> !statement.contains("regional"))
                        .toList(),
                policy.compartment());
        world.change(policy.id(), forgetful, sim.timeline().now());
        // when, then
        assertThat(refusal(host())).startsWith("QuotaExceeded").contains("standard-a1-core-regional-count");
    }

    @Test
    void a_quota_statement_that_is_none_is_refused() throws InterruptedException {
        assertThat(refusal(new QuotaPolicy("odd", List.of("forbid everything"), compartment())))
                .startsWith("InvalidParameter");
    }

    @Test
    void a_budget_is_at_least_one_whole_unit() throws InterruptedException {
        assertThat(refusal(new Budget("cent", Usd.of("0.01"), compartment()))).startsWith("InvalidParameter");
    }

    @Test
    void machines_have_whole_ocpus_and_boot_volumes_of_fifty() throws InterruptedException {
        lose(host());
        var like = host();
        assertThat(refusal(fourth(
                        new Ocpus(new java.math.BigDecimal("1.33")),
                        Gigabytes.of(6),
                        Gigabytes.of(50),
                        "10.0.1.13",
                        like)))
                .startsWith("InvalidParameter: ocpus of 1.33");
        assertThat(refusal(fourth(Ocpus.of(1), Gigabytes.of(6), Gigabytes.of(49), "10.0.1.13", like)))
                .startsWith("InvalidParameter: bootVolumeSizeInGBs of 49");
    }

    @Test
    void a_private_address_is_free_and_not_one_of_the_subnets_own() throws InterruptedException {
        lose(host());
        assertThat(refusal(fourth(6, "10.0.1.11"))).contains("already in use by oci/instance/ampere-2");
        assertThat(refusal(fourth(6, "10.0.1.30"))).contains("already in use by oci/private-ip/ingress");
        assertThat(refusal(fourth(6, "10.0.1.1"))).contains("is not an address that");
        assertThat(refusal(fourth(6, "10.0.2.10"))).contains("is not an address that");
        assertThat(refusal(fourth(6, "10.0.1.13"))).isEqualTo("made");
    }

    @Test
    void an_import_alone_does_not_boot_an_a1_machine() throws InterruptedException {
        lose(host());
        lose(ThreeHosts.the(ImageCapabilitySchema.class, "proxmox-a1"));
        var bare = fourth(6, "10.0.1.13");
        var asked = new Instance(
                bare.name(),
                bare.purpose(),
                new Instance.Size(
                        bare.size().shape(),
                        bare.size().ocpus(),
                        bare.size().memory(),
                        bare.size().bootVolume(),
                        bare.size().dataPartition()),
                new Instance.Vnic(
                        bare.vnic().address(),
                        bare.vnic().publicIp(),
                        bare.vnic().subnet()),
                new Instance.Boot(bare.boot().image(), List.of()),
                bare.securityGroups(),
                bare.sshKey(),
                bare.guards(),
                bare.tailnet());
        assertThat(refusal(asked)).contains("boots by BIOS");
        lose(ThreeHosts.the(ImageShapeEntry.class, "proxmox-a1"));
        assertThat(refusal(asked)).contains("Shape VM.Standard.A1.Flex is not valid for image");
        var wrong = ThreeHosts.the(CustomImage.class, "base-amd64");
        assertThat(refusal(new Instance(
                        bare.name(),
                        bare.purpose(),
                        new Instance.Size(
                                bare.size().shape(),
                                bare.size().ocpus(),
                                bare.size().memory(),
                                bare.size().bootVolume(),
                                bare.size().dataPartition()),
                        new Instance.Vnic(
                                bare.vnic().address(),
                                bare.vnic().publicIp(),
                                bare.vnic().subnet()),
                        new Instance.Boot(Ref.to(wrong), List.of()),
                        bare.securityGroups(),
                        bare.sshKey(),
                        bare.guards(),
                        bare.tailnet())))
                .contains("is AMD64 and can't run on VM.Standard.A1.Flex");
    }

    @Test
    void a_subnet_lies_in_its_vcn_and_overlaps_no_other() throws InterruptedException {
        var like = ThreeHosts.the(Subnet.class, "freehold");
        assertThat(refusal(new Subnet("out", Cidr.parse("10.1.0.0/24"), like.vcn(), like.routes(), like.security())))
                .contains("is not within the VCN's 10.0.0.0/16");
        assertThat(refusal(new Subnet("on", Cidr.parse("10.0.1.128/25"), like.vcn(), like.routes(), like.security())))
                .contains("overlaps with oci/subnet/freehold");
    }

    @Test
    void a_reserved_address_goes_to_one_that_has_no_public_address() throws InterruptedException {
        var bastion = ThreeHosts.the(PublicIpAssignment.class, "bastion");
        lose(bastion);
        var toAmpere = new PublicIpAssignment("ampere", bastion.publicIp(), Ref.to(host()));
        assertThat(host().vnic().publicIp()).isEqualTo(NodeSpec.PublicIp.EPHEMERAL);
        assertThat(refusal(toAmpere)).startsWith("Conflict").contains("has an ephemeral public IP");
        var taken = ThreeHosts.the(PublicIpAssignment.class, "ingress");
        assertThat(refusal(new PublicIpAssignment("bastion", taken.publicIp(), bastion.privateAddress())))
                .startsWith("Conflict")
                .contains("is assigned to");
    }

    @Test
    void a_tailnet_address_is_of_the_range_and_free() throws InterruptedException {
        var like = ThreeHosts.the(TailnetMembership.class, "ampere-1");
        for (var address : List.of("10.0.0.1", "100.100.0.7", "100.115.92.9", "100.64.0.2")) {
            lose(like);
            assertThat(refusal(new TailnetMembership(
                            like.name(),
                            Ipv4.parse(address),
                            like.instance(),
                            like.publicIp(),
                            like.via(),
                            like.credential())))
                    .as(address)
                    .startsWith("400");
        }
    }

    @Test
    void a_subnet_in_use_is_refused_in_oracles_words() throws InterruptedException {
        var subnet = ThreeHosts.the(Subnet.class, "freehold");
        assertThat(sim.drivers().of(subnet).delete(subnet, context(sim.timeline())))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("Conflict");
                    assertThat(refused.words())
                            .contains("You must remove the reference to proceed with this operation.");
                });
    }

    @Test
    void without_quorum_nothing_is_written_to_the_cluster() {
        // given
        var token = ThreeHosts.the(ApiToken.class, "freehold");
        lose(token);
        lose(ThreeHosts.the(Instance.class, "ampere-2"));
        lose(ThreeHosts.the(Instance.class, "ampere-3"));
        // when, then
        assertThatThrownBy(() -> create(token)).isInstanceOf(Busy.class).hasMessageContaining("no quorum?");
    }

    @Test
    void one_host_joins_at_a_time() throws InterruptedException {
        // given
        var second = ThreeHosts.the(ClusterMember.class, "ampere-2");
        var third = ThreeHosts.the(ClusterMember.class, "ampere-3");
        var joining = Worlds.before(second.id());
        var process = Worlds.at(joining);
        var heedless = new ClusterMember(third.name(), third.cluster(), third.host(), third.firewall(), List.of());
        // when
        for (var member : List.of(second, heedless)) {
            process.timeline().start(member.name(), () -> {
                try {
                    process.drivers().of(member).create(member, TOKEN, context(process.timeline()));
                } catch (InterruptedException unexpected) {
                    throw new IllegalStateException(unexpected);
                }
            });
        }
        // then
        assertThatThrownBy(process.timeline()::join).isInstanceOf(Busy.class).hasMessageContaining("cfs-lock");
        assertThat(joining.standing(ClusterMember.class)).hasSize(1);
    }

    @Test
    void a_qdevice_is_for_even_clusters_and_keeps_members_from_joining() throws InterruptedException {
        // given
        var third = ThreeHosts.the(ClusterMember.class, "ampere-3");
        var two = Worlds.before(third.id());
        var process = Worlds.at(two);
        var device = new QDevice(
                "bastion",
                third.cluster(),
                List.of(Ref.to(ThreeHosts.the(ClusterMember.class, "ampere-2"))),
                Ref.to(ThreeHosts.the(Instance.class, "bastion")),
                Ref.to(ThreeHosts.the(TailnetMembership.class, "bastion")));
        // when, then
        assertThat(refusal(device)).contains("odd node count");
        Worlds.make(process, device);
        assertThat(ClusterFacts.of(two).votes()).isEqualTo(3);
        assertThat(process.drivers().of(third).create(third, TOKEN, context(process.timeline())))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.words()).contains("remove it before adding or deleting nodes"));
        var member = ThreeHosts.the(ClusterMember.class, "ampere-2");
        assertThat(process.drivers().of(member).delete(member, context(process.timeline())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_second_cluster_and_a_second_etcd_are_refused() throws InterruptedException {
        var cluster = ThreeHosts.the(Cluster.class, "freehold");
        assertThat(refusal(new Cluster("other", cluster.first(), cluster.firewall())))
                .contains("already exists");
        var etcd = ThreeHosts.the(EtcdBootstrap.class, "etcd");
        assertThat(refusal(new EtcdBootstrap(
                        "other", etcd.pods(), etcd.services(), etcd.first(), etcd.controlPlanes(), etcd.push())))
                .startsWith("AlreadyExists: etcd data directory is not empty");
    }

    @Test
    void the_talos_image_needs_a_storage_that_imports() throws InterruptedException {
        var content = ThreeHosts.the(StorageContent.class, "local");
        world.change(
                content.id(),
                new StorageContent(content.name(), List.of("iso"), content.cluster(), content.quorum()),
                sim.timeline().now());
        var image = ThreeHosts.the(TalosImage.class, "talos");
        lose(image);
        assertThat(refusal(image)).contains("is not configured for content-type 'import'");
    }

    @Test
    void a_vm_fits_its_host_and_its_storage() throws InterruptedException {
        var like = ThreeHosts.the(VirtualMachine.class, "control-plane-1");
        assertThat(refusal(another(like, 6, 1, "ampere-1"))).contains("cannot set up guest memory: 9 GB");
        assertThat(refusal(another(like, 2, 8, "ampere-1"))).contains("no space left on freehold: 38 GB of 37 GB");
        assertThat(refusal(another(like, 2, 1, "ampere-9"))).contains("no such cluster node");
        assertThat(refusal(another(like, 2, 1, "ampere-1"))).isEqualTo("made");
    }

    private static VirtualMachine another(VirtualMachine like, long memory, long disk, String host) {
        return new VirtualMachine(
                "worker-1",
                new VirtualMachine.Size(like.size().cores(), Gigabytes.of(memory), Gigabytes.of(disk)),
                new VirtualMachine.Place(Ipv4.parse("10.20.0.21"), host),
                new VirtualMachine.Boot(
                        like.boot().image(), like.boot().secrets(), like.boot().configuration()),
                like.storage(),
                like.overlay(),
                like.api(),
                like.after());
    }

    @Test
    void kubernetes_is_silent_without_a_majority_of_etcd() {
        // given
        var sync = ThreeHosts.the(FluxSync.class, "flux");
        lose(sync);
        lose(ThreeHosts.the(VirtualMachine.class, "control-plane-1"));
        lose(ThreeHosts.the(VirtualMachine.class, "control-plane-2"));
        // when, then
        assertThatThrownBy(() -> create(sync)).isInstanceOf(Busy.class).hasMessageContaining("connection refused");
    }

    @Test
    void what_stands_with_other_settings_is_not_taken_for_what_is_wanted() throws InterruptedException {
        // given
        var vcn = ThreeHosts.the(Vcn.class, "freehold");
        var other = new Vcn(vcn.name(), vcn.region(), Cidr.parse("10.9.0.0/16"), vcn.compartment());
        // when, then
        assertThat(refusal(other)).startsWith("NotAuthorizedOrResourceAlreadyExists");
        assertThat(sim.drivers().of(vcn).update(vcn, other, context(sim.timeline())))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.words()).contains("'cidr'"));
    }

    @Test
    void an_orphan_and_a_limit_passed_show_among_the_invariants() {
        // given: by hand, past every rule
        lose(ThreeHosts.the(Subnet.class, "freehold"));
        var third = new ReservedPublicIp("third", "eu-frankfurt-1", compartment());
        world.make(third.id(), third, java.util.Optional.empty(), sim.timeline().now());
        // when, then
        assertThat(Invariants.violations(world))
                .anyMatch(words -> words.contains("oci/instance/bastion stands on oci/subnet/freehold, which is gone"))
                .anyMatch(words -> words.contains("reserved-public-ip-count stands at 3"));
    }
}
