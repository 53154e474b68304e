package dev.freehold.adapters.oci.wire;

import com.oracle.bmc.model.BmcException;
import dev.freehold.adapters.oci.profile.UnusableProfile;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Silent;
import dev.freehold.ports.driver.SystemFault;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.skeleton.Declined;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.apache.http.conn.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;

/// The one place where the SDK's exceptions become our words. Nothing is retried here.
public final class OciCalls {
    private static final Duration ALLOWED_SKEW = Duration.ofMinutes(4);

    private OciCalls() {}

    /// One call of the SDK.
    ///
    /// @param <T> its response
    @FunctionalInterface
    public interface Call<T> {
        T send();
    }

    /// @param what the operation by OCI's name, for messages: `CreateVcn`
    /// @throws Declined OCI refused it
    /// @throws SystemFault we don't know, or not yet
    public static <T> T ask(String what, Call<T> call) {
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
    public static <T> Optional<T> find(String what, Call<T> call) {
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
    public static <T> T required(String what, @Nullable T field) {
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
        var words = what + ": " + said.getStatusCode() + " " + code + request(said) + ": " + sentence(own);
        var meaning = ErrorCodes.of(said.getStatusCode(), code, own);
        if (meaning.isEmpty()) {
            return new Unforeseen(words);
        }
        return switch (meaning.get()) {
            case ErrorCodes.Meaning.Later() -> new Busy(words, retryAfter(said));
            case ErrorCodes.Meaning.No(var reason, var advice) ->
                new Declined(reason, code, advice.isEmpty() ? words : words + " " + advice + skew(said));
        };
    }

    /// OCI says it in whole seconds.
    private static @Nullable Duration retryAfter(BmcException said) {
        var seconds = told(said, OciHttpResponse.RETRY_AFTER);
        return seconds.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    private static String told(BmcException said, String name) {
        var all = said.getAdditionalProperties();
        return all == null ? "" : Objects.requireNonNullElse(all.get(name), "");
    }

    /// Whose clock is wrong, where a refusal may come from that: both dates stand in the exchange.
    private static String skew(BmcException said) {
        if (said.getStatusCode() != 401) {
            return "";
        }
        var ahead = clockAhead(said);
        return ahead == null || ahead.abs().compareTo(ALLOWED_SKEW) < 0
                ? ""
                : " This computer's clock says " + date(told(said, OciHttpResponse.SIGNED_DATE)) + " and Oracle's says "
                        + date(told(said, OciHttpResponse.SERVER_DATE)) + ".";
    }

    /// By how much this computer's clock is ahead of Oracle's; absent where an answer does not tell.
    public static @Nullable Duration clockAhead(BmcException said) {
        try {
            return Duration.between(
                    date(told(said, OciHttpResponse.SERVER_DATE)), date(told(said, OciHttpResponse.SIGNED_DATE)));
        } catch (DateTimeParseException unsaid) {
            return null;
        }
    }

    private static Instant date(String text) {
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
    }

    /// Before it was sent nothing happened; after that nobody knows.
    private static SystemFault lost(String what, Throwable broken) {
        IOException cause = null;
        for (Throwable at = broken; at != null; at = at.getCause()) {
            if (at instanceof ConnectException
                    || at instanceof ConnectTimeoutException
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

    private static String sentence(String words) {
        return words.isEmpty() || words.endsWith(".") ? words : words + ".";
    }

    private static String plain(Throwable cause) {
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    }
}
