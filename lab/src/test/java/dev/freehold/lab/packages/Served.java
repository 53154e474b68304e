package dev.freehold.lab.packages;

import dev.freehold.lab.Lab;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A repository as it comes over the wire, read by what Debian's repository format says, not by how it is made.
record Served(URI base, HttpClient http) {
    static Served by(Lab lab, String vendor) {
        var base = lab.endpoints().packageSources().get(vendor);
        return new Served(URI.create(base + "/"), HttpClient.newHttpClient());
    }

    /// A line of `Release` below `SHA256:`.
    record Listed(String sha256, long size, String path) {}

    int status(String path) throws IOException, InterruptedException {
        return http.send(request(path), BodyHandlers.discarding()).statusCode();
    }

    /// Refuses a reply whose length was not told.
    byte[] get(String path) throws IOException, InterruptedException {
        var response = http.send(request(path), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200
                || response.headers().firstValueAsLong("content-length").orElse(-1) != response.body().length) {
            throw new AssertionError(path + ": " + response + ' ' + response.headers());
        }
        return response.body();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).build();
    }

    Map<String, String> release() throws IOException, InterruptedException {
        return stanzas(text("dists/bookworm/Release")).getFirst();
    }

    List<Listed> listed() throws IOException, InterruptedException {
        return release()
                .get("SHA256")
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.strip().split(" +", 3))
                .map(words -> new Listed(words[0], Long.parseLong(words[1]), words[2]))
                .toList();
    }

    List<Map<String, String>> packages(String architecture) throws IOException, InterruptedException {
        return stanzas(text("dists/bookworm/main/binary-" + architecture + "/Packages"));
    }

    private String text(String path) throws IOException, InterruptedException {
        return new String(get(path), StandardCharsets.UTF_8);
    }

    /// deb822: `Name: value`, more lines of a value begin with a blank, an empty line ends a stanza.
    static List<Map<String, String>> stanzas(String text) {
        var stanzas = new ArrayList<Map<String, String>>();
        for (var block : text.strip().split("\n\n", -1)) {
            var fields = new LinkedHashMap<String, String>();
            var name = "";
            for (var line : block.lines().toList()) {
                if (line.startsWith(" ")) {
                    fields.merge(name, line, (before, more) -> before + '\n' + more);
                } else {
                    name = line.substring(0, line.indexOf(':'));
                    fields.put(name, line.substring(line.indexOf(':') + 1).strip());
                }
            }
            stanzas.add(fields);
        }
        return stanzas;
    }
}
