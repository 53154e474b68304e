package dev.freehold.adapters.sim.probe;

import dev.freehold.adapters.sim.world.SimWorld;
import dev.freehold.adapters.sim.world.Thing;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.OciOutputs;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.probe.CloudFacts;
import dev.freehold.ports.probe.ImageFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What OCI's APIs would list: images, networks and machines.
final class CloudReading {
    private CloudReading() {}

    static Optional<ImageFacts> images(SimWorld world) {
        var images = new ArrayList<ImageFacts.CustomImage>();
        for (var thing : world.standing()) {
            if (thing.resource() instanceof ImageResource.Launchable image) {
                images.add(new ImageFacts.CustomImage(
                        image.name(), "AVAILABLE", shapes(world, thing.id()), firmware(world, thing.id())));
            }
        }
        var stored = world.all(ImageResource.ImageUpload.class).stream()
                .map(ImageResource.ImageUpload::size)
                .reduce(Gigabytes.ZERO, Gigabytes::plus);
        return images.isEmpty() ? Optional.empty() : Optional.of(new ImageFacts(images, stored));
    }

    private static List<String> shapes(SimWorld world, ResourceId image) {
        return world.all(ImageResource.ImageShapeEntry.class).stream()
                .filter(entry -> entry.image().id().equals(image))
                .map(ImageResource.ImageShapeEntry::shape)
                .toList();
    }

    /// An import without a schema boots as OCI guesses: by BIOS.
    private static String firmware(SimWorld world, ResourceId image) {
        return world.all(ImageResource.ImageCapabilitySchema.class).stream()
                .filter(schema -> schema.image().id().equals(image))
                .map(ImageResource.ImageCapabilitySchema::firmware)
                .findFirst()
                .orElse("BIOS");
    }

    static Optional<CloudFacts> cloud(SimWorld world) {
        var vcns = world.all(OciResource.Vcn.class);
        var instances = world.standing(OciResource.Instance.class);
        if (vcns.isEmpty() && instances.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CloudFacts(
                vcns.stream().map(OciResource.Vcn::cidr).toList(),
                world.all(OciResource.Subnet.class).stream()
                        .map(OciResource.Subnet::cidr)
                        .toList(),
                instances.stream().map(thing -> machine(world, thing)).toList(),
                world.all(OciResource.ReservedPublicIp.class).size()));
    }

    private static CloudFacts.Machine machine(SimWorld world, Thing thing) {
        var instance = (OciResource.Instance) thing.resource();
        var assigned = world.standing(OciResource.PublicIpAssignment.class).stream()
                .filter(one -> ((OciResource.PublicIpAssignment) one.resource())
                        .privateAddress()
                        .id()
                        .equals(thing.id()))
                .findFirst();
        return new CloudFacts.Machine(
                instance.name(),
                new CloudFacts.Machine.Size(
                        instance.size().shape().oci(),
                        instance.size().ocpus(),
                        instance.size().memory(),
                        instance.size().bootVolume()),
                "RUNNING",
                new CloudFacts.Machine.Addresses(
                        instance.vnic().address(),
                        assigned.map(assignment -> ((OciOutputs.Mapping) assignment.outputs()).address())
                                .or(() -> Optional.ofNullable(((OciOutputs.Machine) thing.outputs()).publicAddress())),
                        tailnetAddress(world, thing.id())),
                true,
                Optional.empty()); // nothing runs on a simulated machine that could be measured
    }

    private static Optional<Ipv4> tailnetAddress(SimWorld world, ResourceId instance) {
        return world.all(OciResource.TailnetMembership.class).stream()
                .filter(membership -> membership.instance().id().equals(instance))
                .map(OciResource.TailnetMembership::address)
                .findFirst();
    }

    /// The names of everything of one kind that stands.
    static List<String> names(SimWorld world, Class<? extends Resource> kind) {
        return world.all(kind).stream().map(Resource::name).toList();
    }
}
