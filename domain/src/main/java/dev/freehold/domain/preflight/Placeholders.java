package dev.freehold.domain.preflight;

import dev.freehold.domain.allowance.Violation;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.spec.Spec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The examples that a spec is begun with: harmless while one practises, and nobody's or somebody else's
/// where it is real.
final class Placeholders {
    /// Reserved for examples by RFC 2606.
    private static final Pattern EMAIL = Pattern.compile(".*[@.](example|example\\.(org|com|net))");

    private static final Pattern REPOSITORY = Pattern.compile(".*[/@]github\\.com[/:]you/.*");

    private static final String TAILNET = "example.ts.net";

    /// Reserved for documentation by RFC 5737: routed to nobody.
    private static final List<Cidr> NOWHERE =
            List.of(Cidr.parse("192.0.2.0/24"), Cidr.parse("198.51.100.0/24"), Cidr.parse("203.0.113.0/24"));

    private Placeholders() {}

    static List<Violation> in(Spec spec) {
        var found = new ArrayList<Violation>();
        if (EMAIL.matcher(spec.account().budget().email()).matches()) {
            found.add(violation(
                    "The budget's alert would go to " + spec.account().budget().email()
                            + ", which nobody reads. Write your own address there.",
                    "budget.email"));
        }
        int at = 0;
        for (var from : spec.network().sshFrom()) {
            if (NOWHERE.stream().anyMatch(range -> range.contains(from))) {
                found.add(violation(
                        "SSH would be open to " + from + ", an address of examples, and closed to you. Write the"
                                + " address that you come from.",
                        "network.ssh-from[" + at + "]"));
            }
            at++;
        }
        if (spec.access().mesh().tailnet().equals(TAILNET)) {
            found.add(violation(
                    "The machines would join " + TAILNET + ", which isn't yours. Write your tailnet's DNS name.",
                    "mesh.tailnet"));
        }
        if (REPOSITORY.matcher(spec.cluster().gitops().repository()).matches()) {
            found.add(violation(
                    "Flux would follow " + spec.cluster().gitops().repository()
                            + ", which isn't yours. Write the address of your own repository.",
                    "gitops.repository"));
        }
        return found;
    }

    private static Violation violation(String message, String path) {
        return new Violation(TargetRule.PLACEHOLDER, message, BigDecimal.ONE, BigDecimal.ZERO, path);
    }
}
