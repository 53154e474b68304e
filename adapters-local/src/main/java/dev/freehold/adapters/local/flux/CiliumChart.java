package dev.freehold.adapters.local.flux;

import dev.freehold.domain.resource.SetupResource.CiliumManifest;
import dev.freehold.ports.fetch.ChartRenderer;
import java.nio.file.Path;

/// How Cilium is installed on Talos: the values that Talos' guide to Cilium without kube-proxy gives, for 1.13
/// and later.
final class CiliumChart {
    /// What Flux 2.9 asks for at least. The chart refuses versions that it doesn't know.
    private static final String KUBERNETES = "1.34.0";

    private CiliumChart() {}

    static ChartRenderer.Chart of(CiliumManifest wanted, Path chart) {
        return new ChartRenderer.Chart(chart, "cilium", "kube-system", values(wanted), KUBERNETES);
    }

    /// Without Hubble, whose certificates would be a secret in the manifest and would differ at each rendering.
    private static String values(CiliumManifest wanted) {
        return """
            ipam:
              mode: kubernetes
            kubeProxyReplacement: true
            k8sServiceHost: "%s"
            k8sServicePort: "6443"
            ipv4NativeRoutingCIDR: "%s"
            securityContext:
              capabilities:
                ciliumAgent: [CHOWN, KILL, NET_ADMIN, NET_RAW, IPC_LOCK, SYS_ADMIN, SYS_RESOURCE, DAC_OVERRIDE, FOWNER, SETGID, SETUID]
                cleanCiliumState: [NET_ADMIN, SYS_ADMIN, SYS_RESOURCE]
            cgroup:
              autoMount:
                enabled: false
              hostRoot: /sys/fs/cgroup
            operator:
              replicas: 1
            hubble:
              enabled: false
              tls:
                enabled: false
            """.formatted(wanted.endpoint(), wanted.pods());
    }
}
