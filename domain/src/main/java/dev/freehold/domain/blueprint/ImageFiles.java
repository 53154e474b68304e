package dev.freehold.domain.blueprint;

import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.ImageResource.Architecture;
import dev.freehold.domain.resource.ImageResource.BaseImage;
import dev.freehold.domain.resource.ImageResource.BuildPipeline;
import dev.freehold.domain.resource.ImageResource.Content;
import dev.freehold.domain.resource.ImageResource.ProxmoxImage;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.spec.ImagesSpec;
import java.util.List;
import java.util.Locale;

/// The image files of one architecture as a spec means them, whether its platform needs them or not.
///
/// @param proxmox the one for hosts, built on the base
public record ImageFiles(BuildPipeline pipeline, BaseImage base, ProxmoxImage proxmox) {
    /// Estimates of the files as stored, compressed QCOW2; together far below the 20 GB that are free.
    static final Gigabytes BASE_SIZE = Gigabytes.of(2);

    static final Gigabytes PROXMOX_SIZE = Gigabytes.of(6);

    public static ImageFiles of(ImagesSpec images, Architecture architecture) {
        var builder = images.builder();
        var pipeline = new BuildPipeline(builder.name().toLowerCase(Locale.ROOT), builder);
        var base = new BaseImage(
                name(Content.BASE, architecture), architecture, BASE_SIZE, sources(images, false), Ref.to(pipeline));
        var proxmox = new ProxmoxImage(
                name(Content.PROXMOX, architecture), architecture, PROXMOX_SIZE, sources(images, true), Ref.to(base));
        return new ImageFiles(pipeline, base, proxmox);
    }

    static String name(Content content, Architecture architecture) {
        return content.word() + '-' + architecture.word();
    }

    /// A base image has nothing of the sources for hosts alone, and stays as it is when they change.
    private static List<String> sources(ImagesSpec images, boolean forHosts) {
        return images.sources().entrySet().stream()
                .filter(source -> forHosts || !ImagesSpec.FOR_HOSTS.contains(source.getKey()))
                .map(source -> source.getKey() + '=' + source.getValue())
                .toList();
    }
}
