package dev.freehold.platform;

import dev.freehold.domain.spec.AccessSpec;
import dev.freehold.domain.spec.AccountSpec;
import dev.freehold.domain.spec.ClusterSpec;
import dev.freehold.domain.spec.GitopsSpec;
import dev.freehold.domain.spec.Spec;

/// Specs that differ from another in one place.
final class Specs {
    private Specs() {}

    static Spec withAllowance(Spec spec, String allowance) {
        return of(spec, allowance, spec.cluster().gitops());
    }

    static Spec withGitops(Spec spec, GitopsSpec gitops) {
        return of(spec, spec.account().allowance(), gitops);
    }

    private static Spec of(Spec spec, String allowance, GitopsSpec gitops) {
        return new Spec(
                spec.name(),
                new AccountSpec(
                        allowance,
                        spec.account().region(),
                        spec.account().compartment(),
                        spec.account().acceptUsdPerMonth(),
                        spec.account().budget()),
                spec.state(),
                spec.network(),
                spec.nodes(),
                new AccessSpec(
                        spec.access().ingress(),
                        spec.access().loadBalancer(),
                        spec.access().mesh()),
                spec.ceph(),
                new ClusterSpec(
                        spec.cluster().kubernetes(), gitops, spec.cluster().apps()),
                spec.images(),
                spec.protect());
    }
}
