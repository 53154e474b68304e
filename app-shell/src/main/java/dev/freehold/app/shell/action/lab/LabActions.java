package dev.freehold.app.shell.action.lab;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.screen.Interrupts;
import dev.freehold.app.shell.wiring.LabConnection;
import dev.freehold.app.shell.wiring.LabToServe;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.allowance.Allowances;
import dev.freehold.domain.hint.NextCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// `lab serve`, `lab endpoints`, `lab reset`: the emulators, for as long as somebody wants them.
final class LabActions {
    private static final int PORTS = 20;
    private static final int LAST_PORT = 65_535;

    private LabActions() {}

    static ExitCode reset(Invocation invocation, Stage stage) {
        LabConnection.forget(invocation.globals());
        Display.note(stage, "The lab has forgotten its world.");
        return ExitCode.DONE;
    }

    static ExitCode serve(Invocation invocation, Stage stage) {
        var settings = settings(invocation);
        var stop = new CountDownLatch(1);
        try (var _ = Interrupts.calling(stop::countDown);
                var lab = settings.start()) {
            show(lab.endpoints(), stage);
            Display.note(
                    stage,
                    "The lab serves " + settings.tenancy() + " until Ctrl-C; one emulated second takes "
                            + millis(settings) + " ms.");
            stage.screen().flush();
            stop.await();
            return ExitCode.DONE;
        } catch (InterruptedException stopped) {
            return ExitCode.INTERRUPTED;
        }
    }

    private static long millis(LabToServe settings) {
        return Math.round(1000 / settings.pace());
    }

    private static LabToServe settings(Invocation invocation) {
        var settings = LabToServe.of(invocation.globals(), SpecSource.read(invocation.globals()));
        var base = invocation.value("--port-base");
        if (base != null) {
            settings = settings.withPortBase(port(base));
        }
        var tenancy = invocation.value("--tenancy");
        if (tenancy != null) {
            if (Allowances.byId(tenancy).isEmpty()) {
                throw CommandError.usage(
                        "Unknown allowance",
                        "There is no allowance '" + tenancy + "'; there are " + String.join(", ", Allowances.ids())
                                + ".",
                        null);
            }
            settings = settings.withTenancy(tenancy);
        }
        var pace = invocation.value("--pace");
        if (pace != null) {
            settings = settings.withPace(pace(pace));
        }
        var faults = invocation.value("--wire-faults");
        return faults == null
                ? settings
                : settings.withWireFaults(Path.of(faults).toAbsolutePath());
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port + PORTS - 1 <= LAST_PORT) {
                return port;
            }
        } catch (NumberFormatException no) {
            // Said below, like any other number that can't be.
        }
        throw CommandError.usage(
                "Not a port",
                "--port-base takes a number from 1 to " + (LAST_PORT - PORTS + 1) + ", not '" + text + "'.",
                null);
    }

    private static double pace(String text) {
        try {
            double pace = Double.parseDouble(text);
            if (pace >= 1 && pace <= 100_000) {
                return pace;
            }
        } catch (NumberFormatException no) {
            // Said below, like any other number that can't be.
        }
        throw CommandError.usage(
                "Not a pace",
                "--pace takes a number of emulated seconds per second, from 1 to 100000, not '" + text + "'.",
                null);
    }

    static ExitCode endpoints(Invocation invocation, Stage stage) {
        var endpoints = LabConnection.endpoints(invocation.globals());
        if (endpoints.isEmpty()) {
            throw new CommandError(
                    ExitCode.FAILED,
                    "No lab serves this home",
                    List.of("Nothing listens. To start one, in another terminal:"),
                    NextCommand.serveLab());
        }
        show(endpoints.get(), stage);
        return ExitCode.DONE;
    }

    /// Other programs read it in either form, so that the plain one is the same document.
    private static void show(String endpoints, Stage stage) {
        stage.screen().out().println(endpoints);
    }
}
