package dev.freehold.domain.mark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How long it takes in the reference timeline to make what is of a kind, or to await it. The figures are chosen
/// so that the default platform's phases add up to the reference timeline: setup 20 minutes (OCI CLI and SSH 10,
/// Flux and SOPS 10), images 75 (pipeline 5, base 25, Proxmox 30, upload and import 15; nothing with prebuilt
/// images), oci 15, proxmox 30, talos 20 and Flux 10.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Takes {
    long seconds();
}
