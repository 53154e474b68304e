package dev.freehold.adapters.oci;

import com.oracle.bmc.model.BmcException;
import dev.freehold.ports.Busy;
import dev.freehold.ports.Silent;
import dev.freehold.ports.SystemFault;
import dev.freehold.ports.Unforeseen;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one place where the SDK's exceptions become our words. Nothing is retried here.
final class OciCalls {
    private OciCalls() {}

    /// One call of the SDK.
    ///
    /// @param <T> its response
    @FunctionalInterface
    interface Call<T> {
        T send();
    }

    /// @param what the operation by OCI's name, for messages: `CreateVcn`
    /// @throws Declined OCI refused it
    /// @throws SystemFault we don't know, or not yet
    static <T> T ask(String what, Call<T> call) {
        try {
            return call.send();
        } catch (BmcException said) {
            throw translated(what, said);
        } catch (RuntimeException broken) {
            if (broken instanceof Declined || broken instanceof SystemFault || broken instanceof UnusableProfile) {
                throw broken;
            }
            throw lost(what, broken);
        }
    }

    /// Likewise for a look at one thing: what isn't there is an answer.
    static <T> Optional<T> find(String what, Call<T> call) {
        try {
            return Optional.of(ask(what, call));
        } catch (Declined declined) {
            if (declined.reason() == Declined.Reason.ABSENT) {
                return Optional.empty();
            }
            throw declined;
        }
    }

    /// A field without which an answer makes no sense.
    static <T> T required(String what, @Nullable T field) {
        if (field == null) {
            throw new Unforeseen("Oracle Cloud answered without " + what + ".");
        }
        return field;
    }

    static RuntimeException translated(String what, BmcException said) {
        if (said.isTimeout() || said.isClientSide() || said.getStatusCode() <= 0) {
            return lost(what, said);
        }
        if (said.getStatusCode() < 400) {
            return new Silent(what + ": the answer can't be read" + request(said) + ": " + plain(said));
        }
        var code = Objects.requireNonNullElse(said.getServiceCode(), "");
        var own = Objects.requireNonNullElse(said.getUnmodifiedMessage(), "");
        var words = what + ": " + said.getStatusCode() + " " + code + request(said) + ": " + own;
        var meaning = ErrorCodes.of(said.getStatusCode(), code, own);
        if (meaning.isEmpty()) {
            return new Unforeseen(words);
        }
        return switch (meaning.get()) {
            case ErrorCodes.Meaning.Later() -> new Busy(words, null);
            case ErrorCodes.Meaning.No(var reason, var advice) ->
                new Declined(reason, code, advice.isEmpty() ? words : words + " " + advice);
        };
    }

    /// Before it was sent nothing happened; after that nobody knows.
    private static SystemFault lost(String what, Throwable broken) {
        IOException cause = null;
        for (Throwable at = broken; at != null; at = at.getCause()) {
            if (at instanceof ConnectException
                    || at instanceof UnknownHostException
                    || at instanceof NoRouteToHostException) {
                return new Busy(what + " was not sent: " + plain(at), null);
            }
            if (at instanceof IOException fault) {
                cause = fault;
            }
        }
        if (cause != null && !isNonsense(cause)) {
            return new Silent(what + ": no answer: " + plain(cause));
        }
        return new Unforeseen(what + ": an answer that nobody foresaw: " + plain(cause == null ? broken : cause));
    }

    /// JSON that is whole and not what it should be; half of it means a lost connection.
    private static boolean isNonsense(IOException cause) {
        var name = cause.getClass().getName();
        return name.startsWith("com.fasterxml.jackson.") && !name.endsWith(".JsonEOFException");
    }

    private static String request(BmcException said) {
        return said.getOpcRequestId() == null ? "" : " (opc-request-id " + said.getOpcRequestId() + ")";
    }

    private static String plain(Throwable cause) {
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    }
}
