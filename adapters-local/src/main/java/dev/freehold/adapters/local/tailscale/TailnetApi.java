package dev.freehold.adapters.local.tailscale;

import dev.freehold.adapters.local.json.Json;
import dev.freehold.adapters.local.tree.Members;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.resource.Setting;
import dev.freehold.domain.secret.Secret;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Silent;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.skeleton.Declined;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One tailnet through Tailscale's API, version 2, as an OAuth client that belongs to it. Each call may be made
/// again. All of them throw [Declined] for a no, [Busy] where nothing happened, [Silent] where something may
/// have, and [Unforeseen] for what can't be understood.
final class TailnetApi {
    /// What the vault calls the OAuth client's secret.
    static final String CLIENT_SECRET = "tailnet-oauth-client";

    /// What every device of ours bears; the tailnet's policy has to let the OAuth client give it.
    static final String TAG = "tag:freehold";

    /// Every client secret begins so, its client's id follows.
    private static final String CLIENT = "tskey-client-";

    private final TailscaleHttp wire;
    private final Secret clientSecret;
    private volatile @Nullable Secret token;

    TailnetApi(TailscaleHttp wire, Secret clientSecret) {
        this.wire = wire;
        this.clientSecret = clientSecret;
    }

    /// A key that lets one machine in once, without further approval, tagged as ours.
    ///
    /// @param description at most 50 letters, digits, spaces and dashes
    /// @param validity after which nobody can use it any more
    AuthKey mint(String description, Duration validity) throws InterruptedException {
        var create = Members.none()
                .with("reusable", new Setting.Flag(false))
                .with("ephemeral", new Setting.Flag(false))
                .with("preauthorized", new Setting.Flag(true))
                .with("tags", new Setting.Many(List.of(Setting.text(TAG))))
                .group();
        var devices = Members.none().with("create", create).group();
        var body = Members.none()
                .with("capabilities", Members.none().with("devices", devices).group())
                .with("expirySeconds", validity.toSeconds())
                .with("description", description);
        var reply = accepted("POST", "/tailnet/-/keys", body);
        try {
            var key = reply.object();
            return new AuthKey(key.text("id"), Secret.of(key.text("key")));
        } catch (IllegalArgumentException malformed) {
            throw reply.unreadable(malformed);
        }
    }

    /// Takes a key back; nothing happens if it is used or gone.
    void revoke(AuthKey key) throws InterruptedException {
        gone("/tailnet/-/keys/" + encoded(key.id()));
    }

    List<Device> devices() throws InterruptedException {
        var reply = accepted("GET", "/tailnet/-/devices", null);
        try {
            return reply.object().many("devices").stream().map(Device::of).toList();
        } catch (IllegalArgumentException malformed) {
            throw reply.unreadable(malformed);
        }
    }

    /// Empty if there is none of that id.
    Optional<Device> device(String id) throws InterruptedException {
        var reply = call("GET", device(id, ""), null);
        if (reply.isMissing()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Device.of(ok(reply).object()));
        } catch (IllegalArgumentException malformed) {
            throw reply.unreadable(malformed);
        }
    }

    /// Lets a device in that waits for approval.
    void authorize(String id) throws InterruptedException {
        accepted("POST", device(id, "/authorized"), Members.none().with("authorized", new Setting.Flag(true)));
    }

    /// Gives a device another address; its connections drop.
    void setAddress(String id, Ipv4 address) throws InterruptedException {
        accepted("POST", device(id, "/ip"), Members.none().with("ipv4", address.toString()));
    }

    /// Removes a device; nothing happens if it is gone.
    void remove(String id) throws InterruptedException {
        gone(device(id, ""));
    }

    private static String device(String id, String what) {
        return "/device/" + encoded(id) + what;
    }

    private void gone(String path) throws InterruptedException {
        var reply = call("DELETE", path, null);
        if (!reply.isMissing()) {
            ok(reply);
        }
    }

    private ApiReply accepted(String method, String path, @Nullable Members body) throws InterruptedException {
        return ok(call(method, path, body));
    }

    private static ApiReply ok(ApiReply reply) {
        if (!reply.isOk()) {
            throw reply.refusal();
        }
        return reply;
    }

    /// Tokens live an hour, less than a deployment may take, so that an old one is replaced when it is refused.
    private ApiReply call(String method, String path, @Nullable Members body) throws InterruptedException {
        var text = body == null ? null : Json.write(body.group());
        var known = token;
        if (known != null) {
            var reply = wire.send(method, path, "application/json", text, known.reveal());
            if (reply.status() != 401) {
                return reply;
            }
        }
        return wire.send(method, path, "application/json", text, newToken().reveal());
    }

    private Secret newToken() throws InterruptedException {
        var form = "grant_type=client_credentials&client_id=" + encoded(clientId()) + "&client_secret="
                + encoded(clientSecret.reveal());
        var reply = ok(wire.send("POST", "/oauth/token", "application/x-www-form-urlencoded", form, null));
        try {
            var fresh = Secret.of(reply.object().text("access_token"));
            token = fresh;
            return fresh;
        } catch (IllegalArgumentException malformed) {
            throw reply.unreadable(malformed);
        }
    }

    private String clientId() {
        var secret = clientSecret.reveal();
        int dash = secret.indexOf('-', CLIENT.length());
        if (!secret.startsWith(CLIENT) || dash < 0) {
            throw new Declined(
                    Declined.Reason.FORBIDDEN,
                    "NoClientSecret",
                    "What is stored as " + CLIENT_SECRET + " is no secret of an OAuth client: those begin with "
                            + CLIENT
                            + ". Make a client in Tailscale's admin console, and store its secret: "
                            + NextCommand.setSecret(CLIENT_SECRET) + ".");
        }
        return secret.substring(CLIENT.length(), dash);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
