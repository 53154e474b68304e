package dev.freehold.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The design's table of modules: what each may know of the others, and which libraries it may use.
///
/// The libraries are package patterns. Those of a module that is yet to be filled are the ones it is planned
/// with.
enum Module {
    DOMAIN("domain", Set.of(), JdkPart.THINKING),
    PORTS("ports", Set.of("domain"), JdkPart.ALL),
    ENGINE("engine", Set.of("domain", "ports"), JdkPart.ALL, "io.github.resilience4j.."),
    VALIDATION("validation", Set.of("domain", "ports"), JdkPart.ALL),
    ADAPTERS_SIM("adapters-sim", Set.of("domain", "ports"), JdkPart.ALL),
    ADAPTERS_LOCAL(
            "adapters-local",
            Set.of("domain", "ports"),
            JdkPart.ALL,
            "com.exceptionfactory.jagged..",
            "com.google.re2j..",
            "org.bouncycastle.crypto.generators..",
            "org.eclipse.jgit..",
            "org.snakeyaml.engine..",
            "tools.jackson..",
            "com.fasterxml.jackson.annotation.."),
    ADAPTERS_OCI("adapters-oci", Set.of("domain", "ports"), JdkPart.ALL, "com.oracle.bmc..", "org.apache.http.."),
    ADAPTERS_PROXMOX(
            "adapters-proxmox", Set.of("domain", "ports"), JdkPart.ALL, "net.schmizz..", "com.hierynomus.sshj.."),
    ADAPTERS_TALOS(
            "adapters-talos",
            Set.of("domain", "ports"),
            JdkPart.ALL,
            "io.grpc..",
            "com.google.protobuf..",
            "io.fabric8.kubernetes..",
            "com.marcnuri.helm..",
            "com.sun.jna.."),
    ADAPTERS_IMAGES(
            "adapters-images",
            Set.of("domain", "ports"),
            JdkPart.ALL,
            "tools.jackson..",
            "com.fasterxml.jackson.annotation.."),
    LAB(
            "lab",
            Set.of(),
            JdkPart.ALL,
            "org.eclipse.jetty..",
            "org.eclipse.jgit..",
            "org.apache.sshd..",
            "tools.jackson..",
            "com.fasterxml.jackson.annotation..",
            "org.snakeyaml..",
            "io.grpc..",
            "com.google.protobuf.."),
    APP_SHELL(
            "app-shell",
            Set.of(
                    "domain",
                    "ports",
                    "engine",
                    "validation",
                    "adapters-sim",
                    "adapters-local",
                    "adapters-oci",
                    "adapters-proxmox",
                    "adapters-talos",
                    "adapters-images",
                    "lab"),
            JdkPart.ALL,
            "org.springframework..",
            "org.jline..",
            "picocli..",
            "tools.jackson..",
            "com.fasterxml.jackson.annotation..");

    /// How much of the JDK a module may use.
    private enum JdkPart {
        /// No files, no network, no threads' console: what can be computed with.
        THINKING("java.lang..", "java.util..", "java.time..", "java.math.."),
        ALL("java..", "javax..");

        private final List<String> packages;

        JdkPart(String... packages) {
            this.packages = List.of(packages);
        }
    }

    private final String folder;
    private final Set<String> knows;
    private final JdkPart jdk;
    private final List<String> libraries;

    Module(String folder, Set<String> knows, JdkPart jdk, String... libraries) {
        this.folder = folder;
        this.knows = knows;
        this.jdk = jdk;
        this.libraries = List.of(libraries);
    }

    /// Its folder, which is also what follows `freehold-` in its artifact's name.
    String folder() {
        return folder;
    }

    /// The folders of the modules that it may know: the design's arrows.
    Set<String> knows() {
        return knows;
    }

    String packages() {
        return packages(folder);
    }

    /// The one package that other modules use, where it is an adapter's or the lab's.
    String root() {
        return own(folder);
    }

    boolean holds(String packageName) {
        var own = own(folder);
        return packageName.equals(own) || packageName.startsWith(own + ".");
    }

    /// Every package pattern that its classes may depend on.
    String[] allowed() {
        var allowed = new ArrayList<String>();
        allowed.add(packages());
        knows.stream().sorted().map(Module::packages).forEach(allowed::add);
        allowed.addAll(jdk.packages);
        allowed.add("org.jspecify.annotations..");
        allowed.addAll(libraries);
        return allowed.toArray(String[]::new);
    }

    static Stream<Module> all() {
        return Stream.of(values());
    }

    private static String packages(String folder) {
        return own(folder) + "..";
    }

    private static String own(String folder) {
        return "dev.freehold." + folder.replace('-', '.');
    }

    @Override
    public String toString() {
        return folder;
    }
}
