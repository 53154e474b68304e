package dev.freehold.domain.specfile;

import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.domain.spec.NodeSpec.Role;
import dev.freehold.domain.spec.NodeSpec.Shape;
import dev.freehold.domain.specfile.form.Mistakes;
import dev.freehold.domain.specfile.form.Place;

/// A node as its own lines have it, its addresses perhaps still open.
record NodeDraft(
        Place place,
        Given<String> name,
        Given<Role> role,
        Given<Shape> shape,
        Given<Ocpus> ocpus,
        Given<Gigabytes> memory,
        Given<Gigabytes> bootVolume,
        Given<Ipv4> address,
        Given<PublicIp> publicIp,
        Given<Ipv4> tailnetAddress) {
    private static final Gigabytes USUAL_MEMORY = Gigabytes.of(6);
    private static final Gigabytes USUAL_BOOT_VOLUME = Gigabytes.of(50);
    private static final Ocpus USUAL_OCPUS = Ocpus.of(1);

    static NodeDraft read(Fields<NodeSpec> fields, Mistakes problems) {
        var name = fields.read(NodeKeys.NAME);
        var role = fields.read(NodeKeys.ROLE);
        var shape = fields.read(NodeKeys.SHAPE);
        var ocpus = fields.read(NodeKeys.OCPUS);
        var memory = fields.read(NodeKeys.MEMORY);
        boolean micro = shape.value() == Shape.E2_1_MICRO;
        if (micro) {
            checkFixed(ocpus, DefaultSpec.MICRO_OCPUS, problems);
            checkFixed(memory, DefaultSpec.MICRO_MEMORY, problems);
        }
        return new NodeDraft(
                fields.place(),
                name,
                role.or(Role.NONE),
                shape,
                ocpus.or(micro ? DefaultSpec.MICRO_OCPUS : USUAL_OCPUS),
                memory.or(micro ? DefaultSpec.MICRO_MEMORY : USUAL_MEMORY),
                fields.read(NodeKeys.BOOT_VOLUME).or(USUAL_BOOT_VOLUME),
                fields.read(NodeKeys.ADDRESS),
                fields.read(NodeKeys.PUBLIC_IP).or(PublicIp.EPHEMERAL),
                fields.read(NodeKeys.TAILNET_ADDRESS));
    }

    private static <T> void checkFixed(Given<T> given, T fixed, Mistakes problems) {
        if (given.value() != null && !given.value().equals(fixed)) {
            problems.add(
                    given.place(),
                    "a " + Shape.E2_1_MICRO.oci() + " always has " + fixed + ", not " + given.value()
                            + "; leave the key out, or choose " + Shape.A1_FLEX.oci());
        }
    }

    /// A node of the default platform, whose addresses follow the networks of this spec.
    static NodeDraft usual(NodeSpec node, Place place) {
        return new NodeDraft(
                place,
                new Given<>(node.name(), false, place),
                new Given<>(node.role(), false, place),
                new Given<>(node.size().shape(), false, place),
                new Given<>(node.size().ocpus(), false, place),
                new Given<>(node.size().memory(), false, place),
                new Given<>(node.size().bootVolume(), false, place),
                new Given<>(null, false, place),
                new Given<>(node.publicIp(), false, place),
                new Given<>(null, false, place));
    }

    boolean isBastion() {
        return role.value() == Role.BASTION;
    }

    boolean isHost() {
        return role.value() == Role.NONE && shape.value() == Shape.A1_FLEX;
    }

    /// What to call it in a message about another.
    String shownName() {
        return name.value() == null ? place.path() : name.value();
    }

    NodeDraft at(Given<Ipv4> found) {
        return new NodeDraft(place, name, role, shape, ocpus, memory, bootVolume, found, publicIp, tailnetAddress);
    }

    NodeDraft inTailnetAt(Given<Ipv4> found) {
        return new NodeDraft(place, name, role, shape, ocpus, memory, bootVolume, address, publicIp, found);
    }

    /// Only when nothing is open and nothing faulty.
    NodeSpec spec() {
        return new NodeSpec(
                name.sound(),
                role.sound(),
                new NodeSpec.Size(shape.sound(), ocpus.sound(), memory.sound(), bootVolume.sound()),
                address.sound(),
                publicIp.sound(),
                tailnetAddress.sound());
    }
}
