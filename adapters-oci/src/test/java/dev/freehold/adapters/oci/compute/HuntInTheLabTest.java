package dev.freehold.adapters.oci.compute;

import static dev.freehold.ports.driver.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.oci.LabCloud;
import dev.freehold.adapters.oci.Profiles;
import dev.freehold.adapters.oci.SmallMachines;
import dev.freehold.adapters.oci.SmallPlatform;
import dev.freehold.domain.allowance.LimitRule;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.preflight.Look;
import dev.freehold.domain.preflight.Stakes;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.lab.LabSettings;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.CreateAnswer.Created;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.NoRoom;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.UpdateAnswer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Machines in a region of the lab that has no room at first, and what is then seen of the tenancy.
class HuntInTheLabTest {
    private static final int MOST_TRIES = 60;

    @TempDir
    private Path folder;

    private LabCloud lab;

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void what_is_full_everywhere_is_asked_until_there_is_room_and_what_was_got_is_kept() throws InterruptedException {
        // given two launches that find no room in each availability domain
        open(LabSettings.in(folder).withFullDomains(Map.of("*", 2)));
        // when both hosts are hunted for in turn, each try with a token of its own
        var first = Optional.<Created>empty();
        var second = Optional.<Created>empty();
        int noRoom = 0;
        for (int number = 0; number < MOST_TRIES && (first.isEmpty() || second.isEmpty()); number++) {
            var host = number % 2 == 0 ? SmallMachines.HOST : SmallMachines.OTHER_HOST;
            var answer = driver().create(host, new Token("try-" + number), lab.context());
            noRoom += answer instanceof NoRoom ? 1 : 0;
            if (answer instanceof Created created) {
                if (host.equals(SmallMachines.HOST)) {
                    assertThat(first).as("one that was got").isIn(Optional.empty(), Optional.of(created));
                    first = Optional.of(created);
                } else {
                    assertThat(second).isIn(Optional.empty(), Optional.of(created));
                    second = Optional.of(created);
                }
            }
        }
        // then
        assertThat(first).isPresent();
        assertThat(second).isPresent();
        assertThat(noRoom).isPositive();
        assertThat(text(first.get().outputs(), "ocid"))
                .isNotEqualTo(text(second.get().outputs(), "ocid"));
    }

    @Test
    void the_probes_see_what_stands() throws InterruptedException {
        // given
        open(LabSettings.in(folder));
        lab.make(SmallPlatform.BUDGET, new Token("budget"));
        lab.make(SmallPlatform.ALERT, new Token("alert"));
        lab.make(SmallMachines.HOST, new Token("host"));
        lab.makeBases(SmallMachines.BASTION, SmallMachines.resources());
        lab.make(SmallMachines.BASTION, new Token("bastion"));
        var probes = lab.cloud().probes(lab.timeline());
        // when
        var cloud = probes.cloud(_ -> Optional.empty()).read().orElseThrow();
        var images = probes.images(() -> List.of(SmallMachines.ARM)).read().orElseThrow();
        var bill = probes.billing().read().orElseThrow();
        // then
        assertThat(cloud.vcns()).containsExactly(SmallPlatform.VCN.cidr());
        assertThat(cloud.subnets()).containsExactly(SmallPlatform.SUBNET.cidr());
        assertThat(cloud.machines())
                .extracting(one -> one.name() + " " + one.state() + " "
                        + one.size().ocpus() + " " + one.size().memory() + " "
                        + one.size().bootVolume() + " " + one.addresses().address() + " " + one.markedFree())
                .containsExactlyInAnyOrder(
                        "host-1 RUNNING 1 OCPU 6 GB 50 GB 10.0.1.10 true",
                        "bastion RUNNING 0.125 OCPU 1 GB 50 GB 10.0.1.20 true");
        assertThat(images.images())
                .extracting(one -> one.name() + " " + one.state() + " " + one.shapes() + " " + one.firmware())
                .containsExactly("proxmox-arm64 AVAILABLE [VM.Standard.A1.Flex] UEFI_64");
        assertThat(bill.budget())
                .hasValueSatisfying(one -> assertThat(one.state()).isEqualTo("ACTIVE"));
        assertThat(bill.alert())
                .hasValueSatisfying(one -> assertThat(one.email()).isEqualTo("me@example.org"));
    }

    @Test
    void the_preflight_sees_the_limits_and_counts_others_alone() throws InterruptedException {
        // given a host of ours and one of another platform
        open(LabSettings.in(folder));
        lab.make(SmallMachines.HOST, new Token("host"));
        // when
        var ours = lab.cloud().preflight(Stakes.PRACTICE).look(DefaultSpec.threeNode());
        var theirs = lab.otherCloud("another").preflight(Stakes.PRACTICE).look(DefaultSpec.threeNode());
        // then
        var seen = ((Look.Seen) ours).tenancy();
        assertThat(seen.homeRegion()).isEqualTo(Profiles.REGION);
        assertThat(seen.regions()).contains(Profiles.REGION);
        assertThat(seen.others().toString()).isEqualTo("nothing");
        assertThat(seen.limits().get(LimitRule.A1_OCPUS).amount()).isEqualByComparingTo("4");
        assertThat(seen.limits().get(LimitRule.A1_MEMORY).amount()).isEqualByComparingTo("24");
        assertThat(seen.limits().get(LimitRule.BLOCK_STORAGE).amount()).isGreaterThanOrEqualTo(new BigDecimal("200"));
        assertThat(seen.microDomains()).hasSize(1);
        assertThat(seen.isPaying()).isFalse();
        assertThat(((Look.Seen) theirs).tenancy().others().toString())
                .isEqualTo("a1-instances 1, a1-ocpus 1, a1-memory 6, block-storage 50, vcns 1");
    }

    @Test
    void an_address_and_a_size_come_and_go_on_what_lives() throws InterruptedException {
        // given
        open(LabSettings.in(folder));
        var host = SmallMachines.HOST;
        var made = driver().create(host, new Token("host"), lab.context());
        var bare = SmallMachines.resized(host, 1, 6, PublicIp.NONE, true);
        // when
        var without = driver().update(host, bare, lab.context());
        var again = driver().update(bare, host, lab.context());
        // then
        assertThat(text(outputs(made), "publicAddress")).isPresent();
        assertThat(text(((UpdateAnswer.Updated) without).outputs(), "publicAddress"))
                .isEmpty();
        assertThat(text(((UpdateAnswer.Updated) again).outputs(), "publicAddress"))
                .isPresent();
        assertThat(text(((UpdateAnswer.Updated) again).outputs(), "ocid")).isEqualTo(text(outputs(made), "ocid"));
        assertThat(driver().delete(host, lab.context())).isEqualTo(new DeleteAnswer.Deleted());
    }

    @Test
    void a_prebuilt_image_is_found_and_outlives_its_removal() throws InterruptedException {
        // given
        open(LabSettings.in(folder));
        var driver = lab.cloud().drivers().of(SmallMachines.X86);
        // when
        var found = driver.create(SmallMachines.X86, new Token("image"), lab.context());
        driver.delete(SmallMachines.X86, lab.context());
        // then
        assertThat(driver.observe(SmallMachines.X86, lab.context()))
                .hasValueSatisfying(seen -> assertThat(seen.outputs()).isEqualTo(outputs(found)));
    }

    @Test
    void an_import_that_failed_is_explained_by_its_work_request() throws InterruptedException {
        // given a file that is no disk image
        lab = LabCloud.in(folder);
        SmallMachines.give(lab, folder, 0xCAFE);
        lab.makeBases(SmallMachines.IMAGE, SmallMachines.resources());
        // when
        var answer = lab.cloud()
                .drivers()
                .of(SmallMachines.IMAGE)
                .create(SmallMachines.IMAGE, new Token("image"), lab.context());
        // then
        assertThat(answer).isInstanceOf(Refused.class);
        assertThat(((Refused) answer).words())
                .startsWith("The import of ")
                .contains(" failed: InvalidParameter: The object is no QCOW2 image");
    }

    private void open(LabSettings settings) throws InterruptedException {
        lab = LabCloud.of(settings);
        SmallMachines.give(lab, folder);
        lab.makeBases(SmallMachines.HOST, SmallMachines.resources());
    }

    private ResourceDriver<Instance> driver() {
        return lab.cloud().drivers().of(SmallMachines.HOST);
    }

    private static Outputs outputs(CreateAnswer answer) {
        return ((Created) answer).outputs();
    }
}
