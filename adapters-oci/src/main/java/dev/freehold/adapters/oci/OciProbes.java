package dev.freehold.adapters.oci;

import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.survey.BillReading;
import dev.freehold.adapters.oci.survey.CloudReading;
import dev.freehold.adapters.oci.survey.ImageReading;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.resource.ImageResource.PrebuiltImage;
import dev.freehold.ports.probe.BillingFacts;
import dev.freehold.ports.probe.CloudFacts;
import dev.freehold.ports.probe.ImageFacts;
import dev.freehold.ports.probe.Probe;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.time.Timeline;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What validation is told of a tenancy on Oracle Cloud.
public final class OciProbes {
    private final Tenancy tenancy;
    private final Timeline timeline;

    OciProbes(Tenancy tenancy, Timeline timeline) {
        this.tenancy = tenancy;
        this.timeline = timeline;
    }

    /// The images of the platform.
    ///
    /// @param prebuilt those of its blueprint that Freehold didn't make, and so bear no tags of its own
    public Probe<ImageFacts> images(Supplier<List<PrebuiltImage>> prebuilt) {
        return read(() -> new ImageReading(tenancy).facts(prebuilt.get()));
    }

    /// Network and machines.
    ///
    /// @param tailnet the tailnet address of the machine of that name, which only the tailnet knows
    public Probe<CloudFacts> cloud(Function<String, Optional<Ipv4>> tailnet) {
        return read(() -> new CloudReading(tenancy, timeline, tailnet).facts());
    }

    /// What the month cost, and what guards it.
    public Probe<BillingFacts> billing() {
        return read(() -> new BillReading(tenancy, timeline).facts());
    }

    /// Without a configuration nothing is there; what Oracle refuses to show is no answer.
    private <F> Probe<F> read(Probe<F> reading) {
        return () -> {
            if (!Files.exists(tenancy.clients().profile().file())) {
                return Optional.empty();
            }
            try {
                return reading.read();
            } catch (Declined declined) {
                throw declined.unforeseen();
            }
        };
    }
}
