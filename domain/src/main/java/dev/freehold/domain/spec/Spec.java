package dev.freehold.domain.spec;

import dev.freehold.domain.quantity.Usd;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the user wants, complete: every default has been filled in.
///
/// @param acceptUsdPerMonth what may cost money at list price up to this is planned, and said; zero refuses
///     it
/// @param nodes hosts, bastion and other machines on OCI, in the order of the file; may be empty
/// @param ingress how the outside reaches the cluster; absent: not at all
/// @param ceph the shared storage of the hosts; absent: local thin storage
/// @param protect the ids of what no plan may delete or replace, beside what protects itself
public record Spec(
        String name,
        String allowance,
        String region,
        String compartment,
        Usd acceptUsdPerMonth,
        BudgetSpec budget,
        StateSpec state,
        NetworkSpec network,
        List<NodeSpec> nodes,
        @Nullable IngressSpec ingress,
        @Nullable LoadBalancerSpec loadBalancer,
        MeshSpec mesh,
        @Nullable CephSpec ceph,
        KubernetesSpec kubernetes,
        GitopsSpec gitops,
        List<String> apps,
        ImagesSpec images,
        List<Glob> protect) {

    public Spec {
        nodes = List.copyOf(nodes);
        apps = List.copyOf(apps);
        protect = List.copyOf(protect);
    }

    /// One that protects nothing of its own choice.
    public Spec(
            String name,
            String allowance,
            String region,
            String compartment,
            Usd acceptUsdPerMonth,
            BudgetSpec budget,
            StateSpec state,
            NetworkSpec network,
            List<NodeSpec> nodes,
            @Nullable IngressSpec ingress,
            @Nullable LoadBalancerSpec loadBalancer,
            MeshSpec mesh,
            @Nullable CephSpec ceph,
            KubernetesSpec kubernetes,
            GitopsSpec gitops,
            List<String> apps,
            ImagesSpec images) {
        this(
                name,
                allowance,
                region,
                compartment,
                acceptUsdPerMonth,
                budget,
                state,
                network,
                nodes,
                ingress,
                loadBalancer,
                mesh,
                ceph,
                kubernetes,
                gitops,
                apps,
                images,
                List.of());
    }

    /// The machines that carry Proxmox: A1 instances without another role, in the order of the file.
    public List<NodeSpec> hosts() {
        return nodes.stream().filter(NodeSpec::isHost).toList();
    }

    /// The machine through which the hosts are reached; absent where none has the role.
    public @Nullable NodeSpec bastion() {
        return nodes.stream()
                .filter(node -> node.role() == NodeSpec.Role.BASTION)
                .findFirst()
                .orElse(null);
    }
}
