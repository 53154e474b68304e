package dev.freehold.lab;

import dev.freehold.lab.emulator.EmulatorStart;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.UnaryOperator;

/// A lab in this process, its clock moved by hand, and a client that may do everything.
public record OpenLab(Lab lab, ManualClock clock, Client client, Path folder) implements AutoCloseable {

    public static OpenLab in(Path folder) {
        return in(folder, settings -> settings);
    }

    public static OpenLab in(Path folder, UnaryOperator<LabSettings> change) {
        return in(folder, change, new ManualClock(), List.of());
    }

    /// With emulators beside the lab's own.
    public static OpenLab with(Path folder, EmulatorStart... further) {
        return in(folder, settings -> settings, new ManualClock(), List.of(further));
    }

    private static OpenLab in(
            Path folder, UnaryOperator<LabSettings> change, ManualClock clock, List<EmulatorStart> further) {
        var lab = Lab.start(change.apply(LabSettings.in(folder)), _ -> clock, further);
        try {
            var signer = Signer.of(lab.endpoints().ociConfigFile());
            return new OpenLab(lab, clock, new Client(lab.endpoints().oci(), signer), folder);
        } catch (IOException | GeneralSecurityException cause) {
            lab.close();
            throw new IllegalStateException(cause);
        }
    }

    /// The same world again, after a close.
    public OpenLab again() {
        return in(folder, settings -> settings, clock, List.of());
    }

    public String root() {
        return lab.endpoints().ociCompartment();
    }

    @Override
    public void close() {
        lab.close();
    }
}
