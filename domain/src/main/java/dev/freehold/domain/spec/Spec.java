package dev.freehold.domain.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the user wants, complete: every default has been filled in.
///
/// @param nodes hosts, bastion and other machines on OCI, in the order of the file; may be empty
/// @param ceph the shared storage of the hosts; absent: local thin storage
/// @param protect the ids of what no plan may delete or replace, beside what protects itself
public record Spec(
        String name,
        AccountSpec account,
        StateSpec state,
        NetworkSpec network,
        List<NodeSpec> nodes,
        AccessSpec access,
        @Nullable CephSpec ceph,
        ClusterSpec cluster,
        ImagesSpec images,
        List<Glob> protect) {

    public Spec {
        nodes = List.copyOf(nodes);
        protect = List.copyOf(protect);
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
