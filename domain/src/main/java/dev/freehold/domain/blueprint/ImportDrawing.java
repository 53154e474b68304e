package dev.freehold.domain.blueprint;

import static dev.freehold.domain.blueprint.SetupDrawing.add;

import dev.freehold.domain.blueprint.ImagesDrawing.Launch;
import dev.freehold.domain.resource.ImageResource.Architecture;
import dev.freehold.domain.resource.ImageResource.Bucket;
import dev.freehold.domain.resource.ImageResource.CustomImage;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.resource.ImageResource.ImageCapabilitySchema;
import dev.freehold.domain.resource.ImageResource.ImageShapeEntry;
import dev.freehold.domain.resource.ImageResource.ImageUpload;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.spec.NodeSpec.Shape;
import dev.freehold.domain.spec.Spec;
import java.util.List;

/// The way of image files into the tenancy: one bucket, and per image an upload, an import, and what makes
/// the import bootable.
record ImportDrawing(Spec spec, SetupDrawing setup, List<Node> nodes, Ref<Bucket> bucket) {

    static ImportDrawing into(Spec spec, SetupDrawing setup, List<Node> nodes) {
        var name = spec.name() + "-images";
        var bucket = add(
                nodes,
                new Bucket(
                        name,
                        spec.account().region(),
                        setup.compartment(),
                        setup.guards().quota()));
        return new ImportDrawing(spec, setup, nodes, bucket);
    }

    Launch of(ImageBuild file) {
        var name = file.name();
        var architecture = file.architecture();
        var sources = file.sources();
        var upload = add(nodes, new ImageUpload(name, file.size(), sources, bucket, Ref.to(file)));
        var image = add(
                nodes,
                new CustomImage(
                        name,
                        file.content(),
                        spec.account().region(),
                        architecture,
                        sources,
                        setup.compartment(),
                        upload));
        var shape = architecture == Architecture.AMD64 ? Shape.E2_1_MICRO : Shape.A1_FLEX;
        return new Launch(
                image,
                List.of(
                        add(nodes, new ImageShapeEntry(name, shape.oci(), image)),
                        add(nodes, new ImageCapabilitySchema(name, "UEFI_64", image))));
    }
}
