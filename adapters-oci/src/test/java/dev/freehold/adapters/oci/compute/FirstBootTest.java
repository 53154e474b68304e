package dev.freehold.adapters.oci.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.oci.Machines;
import dev.freehold.adapters.oci.SmallMachines;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class FirstBootTest {

    @Test
    void a_host_keeps_its_data_partition_out_of_the_root_file_system() {
        assertThat(FirstBoot.text(Machines.host("ampere-1"))).isEqualTo("""
            #cloud-config
            hostname: ampere-1
            preserve_hostname: false
            bootcmd:
            - |
              if [ ! -e /dev/disk/by-partlabel/freehold-data ]; then
                disk=/dev/$(lsblk -no PKNAME "$(findmnt -no SOURCE /)" | head -n 1)
                sgdisk -e "$disk"
                sgdisk -n 0:-37G:0 -t 0:8300 -c 0:freehold-data "$disk"
                partx -u "$disk" || true
                udevadm settle
              fi
            growpart: {mode: auto, devices: ['/']}
            resize_rootfs: true
            """);
    }

    @Test
    void a_machine_that_is_no_host_has_no_such_partition() {
        assertThat(FirstBoot.text(SmallMachines.BASTION)).isEqualTo("""
            #cloud-config
            hostname: bastion
            preserve_hostname: false
            growpart: {mode: auto, devices: ['/']}
            resize_rootfs: true
            """);
    }

    @Test
    void it_is_base64_as_instance_metadata_has_it_and_far_below_what_oracle_takes() {
        var data = FirstBoot.userData(Machines.host("ampere-1"));
        assertThat(new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8))
                .isEqualTo(FirstBoot.text(Machines.host("ampere-1")));
        assertThat(data).hasSizeLessThan(16_000);
    }
}
