package dev.freehold.lab.ssh;

import dev.freehold.lab.machine.Shell;
import dev.freehold.lab.machine.StandardStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/// One command of one login, on a thread of its own.
final class SshCommand implements Command {
    private final Shell shell;
    private final String script;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();
    private OutputStream err = OutputStream.nullOutputStream();
    private ExitCallback exit = (_, _, _) -> {};
    private @Nullable Thread running;

    SshCommand(Shell shell, String script) {
        this.shell = shell;
        this.script = script;
    }

    @Override
    public void setInputStream(InputStream stream) {
        in = stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        err = stream;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) {
        running = Thread.ofVirtual().name("lab-guest").start(this::run);
    }

    private void run() {
        int status;
        try {
            status = shell.run(script, new StandardStreams(in, out, err));
            out.flush();
            err.flush();
        } catch (IOException | InterruptedException gone) {
            status = 255; // nobody is there to hear it
        }
        exit.onExit(status);
    }

    @Override
    public void destroy(ChannelSession channel) {
        var thread = running;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
