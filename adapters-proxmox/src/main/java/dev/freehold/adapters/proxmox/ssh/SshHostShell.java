package dev.freehold.adapters.proxmox.ssh;

import dev.freehold.domain.hint.NextCommand;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Silent;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.host.HostShell;
import dev.freehold.ports.host.LoginKey;
import dev.freehold.ports.time.Timeline;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.connection.channel.direct.Session;
import org.jspecify.annotations.Nullable;

/// [HostShell] over SSH, with one login a command. Host keys are believed when first seen and then kept in a file
/// of our own; the user's own SSH configuration and known hosts play no part, nor does an agent that was not
/// chosen.
public final class SshHostShell implements HostShell {
    private final Login.Terms terms;

    /// @param key which machines were launched with; asked for at each login
    /// @param knownHosts the file of host keys, made when the first is seen
    /// @param socks a SOCKS5 proxy through which all addresses are reached; absent for none
    public SshHostShell(Supplier<LoginKey> key, Path knownHosts, @Nullable InetSocketAddress socks, Timeline timeline) {
        this.terms = new Login.Terms(key, new KnownHosts(knownHosts), socks, timeline);
    }

    @Override
    public Answer run(Machine machine, Command command, Instant deadline) throws InterruptedException {
        if (terms.key().get() instanceof LoginKey.InFile(var file) && !Files.isReadable(file)) {
            return new HostShell.LockedOut(
                    "NoSshKey",
                    "There is no SSH key in " + file + " to log into " + machine.name()
                            + " with. Setup makes it, or is told of another: " + NextCommand.setUpSsh() + ".");
        }
        try (var login = Login.to(machine, terms, deadline)) {
            return run(login, machine, command);
        } catch (Login.Shut shut) {
            stopIfInterrupted();
            return shut.why();
        } catch (IOException notReached) {
            throw translated(notReached, machine);
        }
    }

    /// From here on nobody knows what a lost answer means.
    private static Answer run(Login login, Machine machine, Command command) throws IOException, InterruptedException {
        try (var session = login.client().startSession()) {
            try (var running = session.exec(Quoting.line(command.words()))) {
                return ended(login, running, command);
            } catch (IOException lost) {
                stopIfInterrupted();
                throw new Silent("The connection to " + where(machine) + " was lost while '" + command + "' ran: "
                        + words(lost));
            }
        }
    }

    private static Ended ended(Login login, Session.Command running, Command command)
            throws IOException, InterruptedException {
        var output = DrainedStream.of(running.getInputStream());
        var errors = DrainedStream.of(running.getErrorStream());
        feed(running, command);
        running.join(login.millisLeft(), TimeUnit.MILLISECONDS);
        var status = Statuses.of(running);
        if (status.isEmpty()) {
            throw new IOException("it ended without a status");
        }
        return new Ended(status.getAsInt(), output.text(), errors.text());
    }

    private static void feed(Session.Command running, Command command) {
        try (var input = running.getOutputStream()) {
            input.write(command.input().getBytes(StandardCharsets.UTF_8));
        } catch (IOException unread) {
            // It may have ended without reading; if the connection broke, waiting for its status shows that.
        }
    }

    private static RuntimeException translated(IOException failed, Machine machine) throws InterruptedException {
        stopIfInterrupted();
        if (failed instanceof SSHException ssh && ssh.getDisconnectReason() == DisconnectReason.KEY_EXCHANGE_FAILED) {
            return new Unforeseen(where(machine) + " speaks no SSH that we know: " + words(failed));
        }
        return new Busy("Nobody let us into " + where(machine) + ": " + words(failed), null);
    }

    /// sshj wraps an interrupt into an exception of its own, and sets it again.
    private static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped while a machine was logged into");
        }
    }

    private static String where(Machine machine) {
        var bastion = machine.bastion();
        var at = machine.name() + " at " + machine.address();
        return bastion == null ? at : at + " through " + bastion.name() + " at " + bastion.address();
    }

    private static String words(IOException failed) {
        var words = failed.getMessage();
        return words == null ? failed.getClass().getSimpleName() : words;
    }
}
