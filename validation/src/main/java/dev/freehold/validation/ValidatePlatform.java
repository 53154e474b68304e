package dev.freehold.validation;

import dev.freehold.ports.driver.SystemFault;
import dev.freehold.ports.probe.Probes;
import dev.freehold.ports.time.Timeline;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Runs checks side by side and fills in the matrix. Nothing is changed in the target.
public final class ValidatePlatform {
    private final Map<CheckName, Check> checks = new EnumMap<>(CheckName.class);
    private final Timeline timeline;

    public ValidatePlatform(Probes probes, Timeline timeline) {
        this.timeline = timeline;
        checks.put(CheckName.IMAGES, new ImagesCheck(probes.images(), probes.shelf()));
        checks.put(CheckName.OCI, new OciCheck(probes.cloud()));
        checks.put(CheckName.PROXMOX, new ProxmoxCheck(probes.hypervisor()));
        checks.put(CheckName.TALOS, new TalosCheck(probes.kubernetes()));
        checks.put(CheckName.COST, new CostCheck(probes.billing(), probes.observability(), probes.kubernetes()));
    }

    /// The matrix of `names`, in their order.
    ///
    /// @throws InterruptedException if the caller was interrupted; the checks are then interrupted too
    public ValidationReport run(Wanted wanted, List<CheckName> names) throws InterruptedException {
        var results = new @Nullable CheckResult[names.size()];
        var workers = new Timeline.Worker[names.size()];
        for (int i = 0; i < names.size(); i++) {
            int row = i;
            var name = names.get(i);
            workers[i] = timeline.start("validate " + name.word(), () -> results[row] = result(name, wanted));
        }
        try {
            timeline.join();
        } catch (InterruptedException interrupted) {
            for (var worker : workers) {
                worker.interrupt();
            }
            throw interrupted;
        }
        return new ValidationReport(
                Arrays.stream(results).map(Objects::requireNonNull).toList());
    }

    private CheckResult result(CheckName name, Wanted wanted) {
        var check = Objects.requireNonNull(checks.get(name));
        try {
            return new CheckResult(name, check.findings(wanted));
        } catch (SystemFault fault) {
            return unread(name, String.valueOf(fault.getMessage()));
        } catch (InterruptedException _) {
            return unread(name, "interrupted before it was read");
        }
    }

    private static CheckResult unread(CheckName name, String words) {
        return new CheckResult(name, List.of(new Finding(name.word(), "an answer", words, Outcome.FAIL)));
    }
}
