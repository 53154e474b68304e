package dev.freehold.adapters.proxmox.ssh;

import java.util.OptionalInt;
import net.schmizz.sshj.connection.channel.direct.Session;

/// How a command ended, as a shell would say it.
final class Statuses {
    private static final int BY_SIGNAL = 128;

    private Statuses() {}

    /// Empty if the machine said nothing about it.
    static OptionalInt of(Session.Command ended) {
        var status = ended.getExitStatus();
        if (status != null) {
            return OptionalInt.of(status);
        }
        var signal = ended.getExitSignal();
        if (signal == null) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(BY_SIGNAL
                + switch (signal) {
                    case HUP -> 1;
                    case INT -> 2;
                    case QUIT -> 3;
                    case ILL -> 4;
                    case ABRT -> 6;
                    case FPE -> 8;
                    case KILL -> 9;
                    case USR1 -> 10;
                    case SEGV -> 11;
                    case USR2 -> 12;
                    case PIPE -> 13;
                    case ALRM -> 14;
                    case TERM -> 15;
                    case UNKNOWN -> 127;
                });
    }
}
