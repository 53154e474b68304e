package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.LocalTarget;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.lab.Lab;
import dev.freehold.lab.LabSettings;
import java.nio.file.Path;

/// A lab for a home, before it is started: as the spec asks for it, but for what is said otherwise.
public final class LabToServe {
    private final LocalTarget target;
    private final LabSettings settings;

    private LabToServe(LocalTarget target, LabSettings settings) {
        this.target = target;
        this.settings = settings;
    }

    public static LabToServe of(Globals globals, SpecSource source) {
        return new LabToServe(LabConnection.target(globals), LabConnection.settings(globals, source));
    }

    /// @param port the first of those it listens at
    public LabToServe withPortBase(int port) {
        return new LabToServe(target, settings.withPortBase(port));
    }

    /// @param allowance what its tenancy grants
    public LabToServe withTenancy(String allowance) {
        return new LabToServe(target, settings.withTenancy(allowance));
    }

    /// @param pace emulated seconds per second
    public LabToServe withPace(double pace) {
        return new LabToServe(target, settings.withPace(pace));
    }

    /// @param file says how the wire fails
    public LabToServe withWireFaults(Path file) {
        return new LabToServe(target, settings.withWireFaults(file));
    }

    public String tenancy() {
        return settings.tenancy();
    }

    /// Emulated seconds per second.
    public double pace() {
        return settings.pace();
    }

    /// @throws CommandError if it can't be started, with what is in the way
    public Serving start() {
        return new Serving(LabConnection.start(target, settings));
    }

    /// A lab that listens until it is closed.
    public static final class Serving implements AutoCloseable {
        private final Lab lab;

        private Serving(Lab lab) {
            this.lab = lab;
        }

        /// Where it listens, as a JSON document.
        public String endpoints() {
            return lab.endpoints().toJson();
        }

        @Override
        public void close() {
            lab.close();
        }
    }
}
