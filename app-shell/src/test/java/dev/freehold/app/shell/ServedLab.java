package dev.freehold.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.oci.OciCloud;
import dev.freehold.adapters.oci.OciProfile;
import dev.freehold.lab.Lab;
import dev.freehold.lab.LabSettings;
import dev.freehold.ports.driver.Inventory.Item;
import dev.freehold.ports.driver.SystemFault;
import dev.freehold.ports.skeleton.PollingPace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A lab that serves a home in this process, so fast that nobody has to wait, and the program pointed at it.
public final class ServedLab implements AutoCloseable {
    /// Emulated seconds per second: a launch of a minute takes a tenth of a second.
    private static final double PACE = 600;

    private final Path home;
    private final Lab lab;

    private ServedLab(Path home, Lab lab) {
        this.home = home;
        this.lab = lab;
    }

    public static ServedLab in(Path home) {
        return in(home, settings -> settings);
    }

    public static ServedLab in(Path home, UnaryOperator<LabSettings> how) {
        var folder = home.resolve("lab").resolve("world");
        return new ServedLab(home, Lab.start(how.apply(LabSettings.in(folder).withPace(PACE))));
    }

    /// One command against the lab.
    public Started run(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--target", "lab"));
        return Started.in(home, all.toArray(String[]::new));
    }

    /// The same command, which has to succeed.
    public Started succeeds(String... words) {
        var started = run(words);
        assertThat(started.code()).as(started.out() + started.err()).isZero();
        return started;
    }

    /// Everything in the emulated tenancy that bears the default platform's tags.
    public List<Item> items() throws InterruptedException {
        var endpoints = lab.endpoints();
        var profile = OciProfile.of(endpoints.ociConfigFile(), "DEFAULT").withEndpoint(endpoints.oci());
        try (var cloud = new OciCloud(profile, "homelab", PollingPace.LAB)) {
            for (int look = 1; ; look++) {
                try {
                    return cloud.inventory().items();
                } catch (SystemFault stillBroken) {
                    // The wire may have a fault or two left.
                    if (look == 20) {
                        throw stillBroken;
                    }
                }
            }
        }
    }

    /// The resources that stand there, each once however often it stands: a duplicate shows as a line of its
    /// own.
    public List<String> standing() throws InterruptedException {
        return items().stream()
                .map(item -> item.id().map(Object::toString).orElse(item.name()))
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        lab.close();
    }
}
