package dev.freehold.lab.git;

import dev.freehold.lab.wire.Answer;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.wire.Body;
import dev.freehold.lab.wire.Incoming;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/// Git's smart protocol over HTTP (gitprotocol-http): two services, each with an advertisement and an exchange.
/// Anybody may read; whoever pushes has to say the password, as at the hosts that people use.
final class SmartHttp {
    private static final String UPLOAD = "git-upload-pack";
    private static final String RECEIVE = "git-receive-pack";
    private static final String ADVERTISEMENT = "/info/refs";

    private final BareRepositories repositories;
    private final String prefix;
    private final String user;
    private final String password;

    SmartHttp(BareRepositories repositories, String prefix, String user, String password) {
        this.repositories = repositories;
        this.prefix = prefix;
        this.user = user;
        this.password = password;
    }

    /// How far a conversation has come.
    private enum Stage {
        ADVERTISEMENT,
        EXCHANGE
    }

    Answer answer(Incoming request) {
        var path = request.path();
        try {
            if (request.method().equals("GET") && path.endsWith(ADVERTISEMENT)) {
                var services = request.query().getOrDefault("service", List.of());
                var address = path.substring(prefix.length(), path.length() - ADVERTISEMENT.length());
                return services.isEmpty() ? dumb() : served(request, address, services.getFirst(), Stage.ADVERTISEMENT);
            }
            for (var service : List.of(UPLOAD, RECEIVE)) {
                if (request.method().equals("POST") && path.endsWith('/' + service)) {
                    var address = path.substring(prefix.length(), path.length() - service.length() - 1);
                    return served(request, address, service, Stage.EXCHANGE);
                }
            }
            return plain(404, "Not found");
        } catch (IOException failure) {
            throw new UncheckedIOException("the exchange over " + path + " broke off", failure);
        }
    }

    private static Reply dumb() {
        return plain(403, "Only the smart protocol is spoken here");
    }

    private Answer served(Incoming request, String address, String service, Stage stage) throws IOException {
        if (service.equals(RECEIVE)) {
            if (!isAllowed(request)) {
                return plain(401, "Say who you are").with("WWW-Authenticate", "Basic realm=\"lab\"");
            }
            try (var repository = repositories.openOrMake(address)) {
                return receive(request, repository, stage);
            }
        }
        var there = repositories.open(address);
        if (!service.equals(UPLOAD) || there.isEmpty()) {
            return plain(404, "Repository not found");
        }
        try (var repository = there.get()) {
            return upload(request, repository, stage);
        }
    }

    private boolean isAllowed(Incoming request) {
        var expected =
                "Basic " + Base64.getEncoder().encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8));
        return request.header("Authorization").filter(expected::equals).isPresent();
    }

    private static Answer upload(Incoming request, Repository repository, Stage stage) throws IOException {
        var pack = new UploadPack(repository);
        pack.setBiDirectionalPipe(false);
        request.header("Git-Protocol").ifPresent(version -> pack.setExtraParameters(List.of(version.split(":"))));
        var out = new ByteArrayOutputStream();
        if (stage == Stage.ADVERTISEMENT) {
            var lines = new PacketLineOut(out);
            pack.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines), UPLOAD);
            return reply(UPLOAD, "advertisement", out);
        }
        pack.upload(body(request), out, null);
        return reply(UPLOAD, "result", out);
    }

    private static Answer receive(Incoming request, Repository repository, Stage stage) throws IOException {
        var pack = new ReceivePack(repository);
        pack.setBiDirectionalPipe(false);
        pack.setAtomic(true);
        var out = new ByteArrayOutputStream();
        if (stage == Stage.ADVERTISEMENT) {
            var lines = new PacketLineOut(out);
            lines.writeString("# service=" + RECEIVE + '\n');
            lines.end();
            pack.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
            return reply(RECEIVE, "advertisement", out);
        }
        pack.receive(body(request), out, null);
        return reply(RECEIVE, "result", out);
    }

    private static InputStream body(Incoming request) throws IOException {
        boolean packed =
                request.header("Content-Encoding").filter("gzip"::equals).isPresent();
        return packed ? new GZIPInputStream(request.body()) : request.body();
    }

    private static Reply reply(String service, String what, ByteArrayOutputStream out) {
        return new Reply(
                200,
                Map.of("Content-Type", "application/x-" + service + '-' + what, "Cache-Control", "no-cache"),
                Body.of(out.toByteArray()));
    }

    private static Reply plain(int status, String words) {
        return new Reply(
                status, Map.of("Content-Type", "text/plain"), Body.of((words + '\n').getBytes(StandardCharsets.UTF_8)));
    }
}
