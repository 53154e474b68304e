package dev.freehold.adapters.sim.world;

import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/// What stands, without when it came or by which token: two worlds with equal snapshots are the same to
/// whoever uses them.
public record Snapshot(SortedMap<ResourceId, Likeness> things) {

    public Snapshot {
        things = Collections.unmodifiableSortedMap(new TreeMap<>(things));
    }

    /// One thing's settings and outputs.
    public record Likeness(Resource resource, Outputs outputs) {}

    /// The whole as 64 hexadecimal digits: equal for equal snapshots, in any process.
    public String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            things.forEach((id, thing) -> digest.update((id + " " + thing + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
