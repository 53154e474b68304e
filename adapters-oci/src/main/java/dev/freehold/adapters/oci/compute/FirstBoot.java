package dev.freehold.adapters.oci.compute;

import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.OciResource.Instance;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What cloud-init is told at the first boot of a machine: its name, and what of the boot volume is to stay out
/// of the root file system.
final class FirstBoot {
    /// The name that the data partition has in the partition table: whoever makes an OSD or a thin pool of it
    /// finds it as `/dev/disk/by-partlabel/freehold-data`.
    static final String DATA_PARTITION = "freehold-data";

    private FirstBoot() {}

    /// As instance metadata has it: Base64.
    static String userData(Instance instance) {
        return Base64.getEncoder().encodeToString(text(instance).getBytes(StandardCharsets.UTF_8));
    }

    static String text(Instance instance) {
        var text = new StringBuilder("#cloud-config\n");
        text.append("hostname: ").append(instance.name()).append('\n');
        text.append("preserve_hostname: false\n");
        if (instance.size().dataPartition().compareTo(Gigabytes.ZERO) > 0) {
            text.append(partition(instance.size().dataPartition()));
        }
        text.append("growpart: {mode: auto, devices: ['/']}\n");
        text.append("resize_rootfs: true\n");
        return text.toString();
    }

    /// A boot command runs before the root partition is grown, which then ends where this one begins. An image
    /// is smaller than its volume, so the second copy of the partition table moves to the end first. Boot
    /// commands run at each boot; only the first finds nothing there.
    private static String partition(Gigabytes size) {
        var gibibytes = size.count().setScale(0, RoundingMode.CEILING).toPlainString();
        return """
            bootcmd:
            - |
              if [ ! -e /dev/disk/by-partlabel/%1$s ]; then
                disk=/dev/$(lsblk -no PKNAME "$(findmnt -no SOURCE /)" | head -n 1)
                sgdisk -e "$disk"
                sgdisk -n 0:-%2$sG:0 -t 0:8300 -c 0:%1$s "$disk"
                partx -u "$disk" || true
                udevadm settle
              fi
            """.formatted(DATA_PARTITION, gibibytes);
    }
}
