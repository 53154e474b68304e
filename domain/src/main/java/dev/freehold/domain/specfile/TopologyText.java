package dev.freehold.domain.specfile;

/// The commented texts that a new `freehold.yaml` starts from.
final class TopologyText {
    private static final String HEAD = """
        # What this platform is to be. `freehold plan` says what it means, `freehold schema` what each key may hold.
        # Every key but name may be left out and then has the value of the three-node platform.
        name: homelab
        """;

    private static final String CLOUD = """
        region: eu-frankfurt-1               # your tenancy's home region: free machines exist there alone
        compartment: freehold                # holds everything, under a quota policy that lets in nothing paid
        accept-usd-per-month: 0              # what may cost money at list price up to this is planned, and said; 0 refuses it
        budget: {alert-usd: 0.01, email: you@example.org}   # your address: Oracle writes to it at the first cent
        protect: []                          # ids that no plan may delete or replace, such as [oci/vcn/*]; what holds data protects itself
        state: {backend: local}              # or {backend: oci, bucket: freehold-state}
        network:
          vcn: 10.0.0.0/16
          subnet: 10.0.1.0/24                # Oracle keeps its first two addresses and its last
          vms: 10.20.0.0/24                  # the overlay on which VMs live
          ssh-from: [203.0.113.7/32]         # your own address: nobody else reaches the bastion
        """;

    private static final String CONNECTIONS = """
        # From outside only ports 80 and 443 of this address are open; they end in the cluster's ingress controller.
        ingress: {public-ip: reserved, address: 10.0.1.30, node-port: 30443}
        load-balancer: null                  # or {min-mbps: 10, max-mbps: 10}
        mesh: {tailnet: example.ts.net}      # your tailnet's DNS name
        """;

    private static final String CLUSTER_NETWORKS = """
        kubernetes:
          endpoint: 10.20.0.10               # the control planes' shared address
          pods: 10.244.0.0/16
          services: 10.96.0.0/12
        """;

    private static final String REST = """
          emulation: refuse                  # accept: live on hosts without /dev/kvm, slowly
        gitops: {repository: https://github.com/you/freehold-flux.git, branch: main, path: clusters/homelab, interval: 1m}
        apps: [tailscale-operator, cert-manager, alloy]   # those that a deployment waits for
        images: {builder: packer, prebuilt: {base: null, proxmox: null}, sources: {}}   # builder: packer, dagger or mmdebstrap
        """;

    private TopologyText() {}

    static String threeNode() {
        return HEAD + """
            allowance: always-free-2021          # superseded: since June 2026 Oracle gives half of it
            """ + CLOUD + """
            nodes:                               # the bastion takes reserved address 1, the ingress reserved address 2
              - {name: ampere-1, shape: VM.Standard.A1.Flex, ocpus: 1, memory-gb: 8, boot-volume-gb: 50, address: 10.0.1.10, public-ip: ephemeral, tailnet-address: 100.64.0.1}
              - {name: ampere-2, shape: VM.Standard.A1.Flex, ocpus: 1, memory-gb: 8, boot-volume-gb: 50, address: 10.0.1.11, public-ip: ephemeral, tailnet-address: 100.64.0.2}
              - {name: ampere-3, shape: VM.Standard.A1.Flex, ocpus: 1, memory-gb: 8, boot-volume-gb: 50, address: 10.0.1.12, public-ip: ephemeral, tailnet-address: 100.64.0.3}
              - {name: bastion, role: bastion, shape: VM.Standard.E2.1.Micro, boot-volume-gb: 50, address: 10.0.1.20, public-ip: reserved, tailnet-address: 100.64.0.4}
            """ + CONNECTIONS + """
            ceph: {osd-gb: 37, pool: freehold, size: 3, min-size: 2}   # the OSD is a partition of the boot volume
            """ + CLUSTER_NETWORKS + """
              control-planes: {count: 3, cores: 2, memory-gb: 3, disk-gb: 10}   # they carry the workloads too
            """ + REST;
    }

    static String twoNode() {
        return HEAD + """
            allowance: always-free-2026-06       # 2 OCPU, 12 GB of memory, 200 GB of disk: all of it is used here
            """ + CLOUD + """
            # Two hosts hold no majority: the bastion has the third vote, so that the cluster goes on when one host is lost.
            nodes:
              - {name: ampere-1, shape: VM.Standard.A1.Flex, ocpus: 1, memory-gb: 6, boot-volume-gb: 75, address: 10.0.1.10, public-ip: ephemeral, tailnet-address: 100.64.0.1}
              - {name: ampere-2, shape: VM.Standard.A1.Flex, ocpus: 1, memory-gb: 6, boot-volume-gb: 75, address: 10.0.1.11, public-ip: ephemeral, tailnet-address: 100.64.0.2}
              - {name: bastion, role: bastion, shape: VM.Standard.E2.1.Micro, boot-volume-gb: 50, address: 10.0.1.20, public-ip: reserved, tailnet-address: 100.64.0.3}
            """ + CONNECTIONS + """
            ceph: null                           # it would not fit in 6 GB of memory: disks stay on their host, and go with it
            """ + CLUSTER_NETWORKS + """
              control-planes: {count: 1, cores: 2, memory-gb: 3, disk-gb: 20}   # never two: etcd needs a majority
              workers: {count: 1, cores: 2, memory-gb: 3, disk-gb: 20}
            """ + REST;
    }
}
