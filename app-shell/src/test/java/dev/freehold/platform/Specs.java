package dev.freehold.platform;

import dev.freehold.domain.spec.GitopsSpec;
import dev.freehold.domain.spec.Spec;

/// Specs that differ from another in one place.
final class Specs {
    private Specs() {}

    static Spec withAllowance(Spec spec, String allowance) {
        return of(spec, allowance, spec.gitops());
    }

    static Spec withGitops(Spec spec, GitopsSpec gitops) {
        return of(spec, spec.allowance(), gitops);
    }

    private static Spec of(Spec spec, String allowance, GitopsSpec gitops) {
        return new Spec(
                spec.name(),
                allowance,
                spec.region(),
                spec.compartment(),
                spec.acceptUsdPerMonth(),
                spec.budget(),
                spec.state(),
                spec.network(),
                spec.nodes(),
                spec.ingress(),
                spec.loadBalancer(),
                spec.mesh(),
                spec.ceph(),
                spec.kubernetes(),
                gitops,
                spec.apps(),
                spec.images());
    }
}
