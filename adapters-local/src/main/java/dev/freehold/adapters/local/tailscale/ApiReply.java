package dev.freehold.adapters.local.tailscale;

import dev.freehold.adapters.local.json.Json;
import dev.freehold.adapters.local.tree.Members;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.resource.Setting;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.SystemFault;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.skeleton.Declined;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What came back over the wire.
///
/// @param call what was asked, for people: method and path, which hold no secret
/// @param retryAfter what its header of that name says, if it is a number of seconds
record ApiReply(
        String call, int status, String body, @Nullable Duration retryAfter) {
    private static final int WORDS = 300;

    /// Not the body, which may hold a key.
    @Override
    public String toString() {
        return call + ": " + status;
    }

    boolean isOk() {
        return status >= 200 && status < 300;
    }

    boolean isMissing() {
        return status == 404;
    }

    /// The object in it.
    ///
    /// @throws Unforeseen if there is none
    Members object() {
        try {
            return Members.of(read());
        } catch (IllegalArgumentException malformed) {
            throw unreadable(malformed);
        }
    }

    private Setting.Group read() {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return Json.read(bytes, 0, bytes.length);
    }

    Unforeseen unreadable(IllegalArgumentException why) {
        // The body may hold a key, so that it is not shown.
        return new Unforeseen("Tailscale answered " + call + " with " + status + ", but it can't be read: "
                + Redaction.of(String.valueOf(why.getMessage())));
    }

    /// What an answer that is no success means.
    ///
    /// @throws SystemFault for what may go away by itself, and what nobody foresaw
    Declined refusal() {
        var words = "Tailscale answered " + call + " with " + status + ": " + message();
        return switch (status) {
            case 400, 404, 409, 422, 501 -> new Declined(reason(), code(), words + '.');
            case 401 ->
                new Declined(
                        Declined.Reason.FORBIDDEN,
                        code(),
                        words + ". The OAuth client may have been revoked; make one in the admin console, under"
                                + " OAuth clients, and store its secret: "
                                + NextCommand.setSecret(TailnetApi.CLIENT_SECRET) + ".");
            case 403 ->
                new Declined(
                        Declined.Reason.FORBIDDEN,
                        code(),
                        words + ". The OAuth client needs the scopes auth_keys and devices:core, and " + TailnetApi.TAG
                                + " among its tags.");
            case 408, 429 -> throw new Busy(words, retryAfter);
            default -> {
                if (status >= 500) {
                    // Each of our calls may be made twice: a second key is as good as the first.
                    throw new Busy(words, retryAfter);
                }
                throw new Unforeseen(words);
            }
        };
    }

    private Declined.Reason reason() {
        return isMissing() ? Declined.Reason.ABSENT : Declined.Reason.FORBIDDEN;
    }

    private String code() {
        return Integer.toString(status);
    }

    /// The API's own words; something else, such as a proxy's page, is not shown.
    private String message() {
        try {
            var object = read();
            for (var name : new String[] {"message", "error_description", "error"}) {
                if (object.members().get(name) instanceof Setting.Text(var words) && !words.isBlank()) {
                    return Redaction.of(words.substring(0, Math.min(WORDS, words.length())));
                }
            }
            return "no reason given";
        } catch (IllegalArgumentException noJson) {
            return "no reason given";
        }
    }

    static @Nullable Duration seconds(OptionalLong header) {
        return header.isPresent() && header.getAsLong() >= 0 ? Duration.ofSeconds(header.getAsLong()) : null;
    }
}
