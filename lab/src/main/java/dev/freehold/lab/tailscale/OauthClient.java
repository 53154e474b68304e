package dev.freehold.lab.tailscale;

import dev.freehold.lab.file.OwnerOnly;
import dev.freehold.lab.json.Json;
import dev.freehold.lab.wire.Incoming;
import dev.freehold.lab.world.Tx;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The tailnet's one OAuth client, and the access tokens that it has. Its secret lies in a file for those who are
/// to use it; it follows from the folder, so that a vault still has the right one when the lab was reset. It guards
/// nothing.
///
/// @param secretFile of mode 0600, with no line's end
record OauthClient(String id, String hash, Path secretFile) {
    private static final String ID = "kLab1CNTRL";
    private static final Duration TOKEN_VALIDITY = Duration.ofHours(1);
    private static final String SCOPES = "auth_keys devices:core";

    /// The one in `folder`, made if there is none.
    static OauthClient in(Path folder) throws IOException {
        var file = folder.resolve("client-secret");
        if (!Files.exists(file)) {
            OwnerOnly.folder(folder);
            OwnerOnly.write(file, secret(folder).getBytes(StandardCharsets.US_ASCII));
        }
        return new OauthClient(ID, Secrets.hash(Files.readString(file).strip()), file);
    }

    private static String secret(Path folder) {
        var path = folder.toAbsolutePath().normalize().toString();
        return "tskey-client-" + ID + '-' + Secrets.hash(path).substring(0, 32);
    }

    /// Grants an access token for the client's credentials, in the form or as HTTP's Basic (RFC 6749, 2.3.1).
    /// Tailscale looks at the secret alone.
    JsonNode token(Tx tx, Incoming request, String form) {
        var fields = fields(form);
        if (!"client_credentials".equals(fields.getOrDefault("grant_type", "client_credentials"))) {
            throw new TailnetRefusal(400, "unsupported grant type");
        }
        var secret = fields.getOrDefault(
                "client_secret", basic(request.header("authorization").orElse("")));
        if (!Secrets.hash(secret).equals(hash)) {
            throw new TailnetRefusal(401, "API token invalid");
        }
        for (var old : tx.all(Tailnet.TOKEN)) {
            if (Tailnet.isOver(old, tx.now())) {
                tx.forget(old.id());
            }
        }
        var id = Secrets.id('k', tx.nextSequence());
        var token = new Secrets().key("api", id);
        var kept = Json.object()
                .put(Tailnet.EXPIRES, Json.time(tx.now().plus(TOKEN_VALIDITY)))
                .put(Tailnet.HASH, Secrets.hash(token));
        tx.create("token-" + id, Tailnet.TOKEN, "", "", kept);
        return Json.object()
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", TOKEN_VALIDITY.toSeconds())
                .put("scope", SCOPES);
    }

    /// @throws TailnetRefusal unless `authorization` carries a token that has not ended, as Bearer or as Basic
    ///     with an empty password
    void check(Tx tx, String authorization) {
        var token = authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? authorization.substring(7)
                : user(authorization);
        var presented = Secrets.hash(token);
        if (tx.stream(Tailnet.TOKEN)
                .noneMatch(one -> one.has(Tailnet.HASH, presented) && !Tailnet.isOver(one, tx.now()))) {
            throw new TailnetRefusal(401, "API token invalid");
        }
    }

    private static Map<String, String> fields(String form) {
        var fields = new HashMap<String, String>();
        for (var pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static String basic(String authorization) {
        var credentials = credentials(authorization);
        return credentials.substring(credentials.indexOf(':') + 1);
    }

    private static String user(String authorization) {
        var credentials = credentials(authorization);
        return credentials.substring(0, Math.max(0, credentials.indexOf(':')));
    }

    private static String credentials(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return "";
        }
        try {
            return new String(
                    Base64.getDecoder().decode(authorization.substring(6).strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
