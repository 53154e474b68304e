package dev.freehold.adapters.oci;

import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.FilePath;
import dev.freehold.domain.output.ImageOutputs.DiskImage;
import dev.freehold.domain.output.KeyPlace;
import dev.freehold.domain.output.Outputs.LocalFile;
import dev.freehold.domain.output.SetupOutputs.SshKey;
import dev.freehold.domain.output.Sha256;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.domain.resource.ImageResource.Architecture;
import dev.freehold.domain.resource.ImageResource.BaseImage;
import dev.freehold.domain.resource.ImageResource.Bucket;
import dev.freehold.domain.resource.ImageResource.BuildPipeline;
import dev.freehold.domain.resource.ImageResource.Content;
import dev.freehold.domain.resource.ImageResource.CustomImage;
import dev.freehold.domain.resource.ImageResource.ImageCapabilitySchema;
import dev.freehold.domain.resource.ImageResource.ImageShapeEntry;
import dev.freehold.domain.resource.ImageResource.ImageUpload;
import dev.freehold.domain.resource.ImageResource.PrebuiltImage;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.resource.OciResource.Purpose;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SetupResource.OciConfiguration;
import dev.freehold.domain.resource.SetupResource.SshKeyPair;
import dev.freehold.domain.resource.SetupResource.TailnetCredential;
import dev.freehold.domain.spec.ImagesSpec;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.domain.spec.NodeSpec.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Images and machines on the small platform, each after what it refers to.
public final class SmallMachines {
    private static final OciConfiguration CONFIGURATION = SmallPlatform.CONFIGURATION;
    private static final SshKeyPair KEY = new SshKeyPair(SmallPlatform.NAME, "small@home");
    private static final TailnetCredential TAILNET = new TailnetCredential(
            SmallPlatform.NAME,
            "small.ts.net",
            new Ref<>(ResourceId.of(Phase.SETUP, "settings-file", SmallPlatform.NAME)));
    private static final BuildPipeline PIPELINE = new BuildPipeline("packer", ImagesSpec.Builder.PACKER);
    private static final BaseImage BUILT =
            new BaseImage("base-arm64", Architecture.ARM64, Gigabytes.of(2), List.of(), Ref.to(PIPELINE));
    private static final Bucket BUCKET =
            new Bucket("small-images", Profiles.REGION, Ref.to(SmallPlatform.COMPARTMENT), Ref.to(SmallPlatform.QUOTA));
    private static final ImageUpload UPLOAD =
            new ImageUpload("base-arm64", Gigabytes.of(2), List.of(), Ref.to(BUCKET), Ref.to(BUILT));

    public static final CustomImage IMAGE = new CustomImage(
            "built-arm64",
            Content.BASE,
            Profiles.REGION,
            Architecture.ARM64,
            List.of(),
            Ref.to(SmallPlatform.COMPARTMENT),
            Ref.to(UPLOAD));
    public static final ImageShapeEntry ENTRY = new ImageShapeEntry("built-arm64", Shape.A1_FLEX.oci(), Ref.to(IMAGE));
    public static final ImageCapabilitySchema SCHEMA =
            new ImageCapabilitySchema("built-arm64", "UEFI_64", Ref.to(IMAGE));
    public static final PrebuiltImage ARM = prebuilt("proxmox-arm64");
    public static final PrebuiltImage X86 = prebuilt("base-amd64");
    public static final Instance HOST = host("host-1", 10);
    public static final Instance OTHER_HOST = host("host-2", 11);
    public static final Instance BASTION = new Instance(
            "bastion",
            Purpose.BASTION,
            new Instance.Size(
                    Shape.E2_1_MICRO,
                    new Ocpus(new BigDecimal("0.125")),
                    Gigabytes.of(1),
                    Gigabytes.of(50),
                    Gigabytes.ZERO),
            new Instance.Vnic(Ipv4.parse("10.0.1.20"), PublicIp.RESERVED, Ref.to(SmallPlatform.SUBNET)),
            new Instance.Boot(Ref.to(X86), List.of()),
            List.of(),
            Ref.to(KEY),
            List.of(),
            Ref.to(TAILNET));

    private SmallMachines() {}

    private static PrebuiltImage prebuilt(String name) {
        return new PrebuiltImage(
                name, Content.BASE, PrebuiltImage.usualImage(name), Profiles.REGION, Ref.to(SmallPlatform.COMPARTMENT));
    }

    private static Instance host(String name, int address) {
        return new Instance(
                name,
                Purpose.HOST,
                new Instance.Size(Shape.A1_FLEX, Ocpus.of(1), Gigabytes.of(6), Gigabytes.of(50), Gigabytes.of(37)),
                new Instance.Vnic(Ipv4.parse("10.0.1." + address), PublicIp.EPHEMERAL, Ref.to(SmallPlatform.SUBNET)),
                new Instance.Boot(Ref.to(ARM), List.of()),
                List.of(Ref.to(SmallPlatform.GROUP)),
                Ref.to(KEY),
                List.of(),
                Ref.to(TAILNET));
    }

    /// `host` with other settings that can change in place, where given.
    public static Instance resized(Instance host, int ocpus, int memory, PublicIp publicIp, boolean grouped) {
        return new Instance(
                host.name(),
                Purpose.HOST,
                new Instance.Size(
                        host.size().shape(),
                        Ocpus.of(ocpus),
                        Gigabytes.of(memory),
                        host.size().bootVolume(),
                        host.size().dataPartition()),
                new Instance.Vnic(host.vnic().address(), publicIp, host.vnic().subnet()),
                new Instance.Boot(host.boot().image(), host.boot().bootableBy()),
                grouped ? host.securityGroups() : List.of(),
                host.sshKey(),
                host.guards(),
                host.tailnet());
    }

    /// All that can be made here; what others make is [given][#give].
    public static List<Resource> resources() {
        var all = new ArrayList<Resource>(SmallPlatform.resources());
        all.addAll(List.of(BUCKET, UPLOAD, IMAGE, ENTRY, SCHEMA, ARM, X86, HOST, OTHER_HOST, BASTION));
        return all;
    }

    /// The key and the built file, whose drivers are elsewhere.
    public static void give(LabCloud lab, Path folder) {
        give(lab, folder, 0x514649FB);
    }

    /// @param magic what the built file begins with
    public static void give(LabCloud lab, Path folder, int magic) {
        lab.remember(KEY, new SshKey(new KeyPlace("/nowhere/key"), "ssh-ed25519 AAAA small@home"));
        lab.remember(CONFIGURATION, new LocalFile(new FilePath("/nowhere/config")));
        try {
            var file = Files.write(folder.resolve("base.qcow2"), disk(magic));
            lab.remember(
                    BUILT,
                    new DiskImage(
                            "mmdebstrap",
                            new FilePath(file.toString()),
                            "qcow2",
                            0,
                            new Sha256(sha256(file)),
                            Files.size(file),
                            4L << 30));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// The head of a QCOW2 file of a disk of 4 GiB, and nothing on it.
    private static byte[] disk(int magic) {
        var head = ByteBuffer.allocate(4096);
        head.putInt(0, magic).putInt(4, 3).putLong(24, 4L << 30);
        return head.array();
    }

    private static String sha256(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
