package dev.freehold.lab.tailscale;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import dev.freehold.lab.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The one tailnet of the lab, kept in its world: who is in it, and the keys that let others in.
public final class Tailnet {
    /// Its DNS name.
    public static final String NAME = "example.ts.net";

    static final String DEVICE = "tailscale-device";
    static final String KEY = "tailscale-key";
    static final String TOKEN = "tailscale-token";

    static final String HASH = "_hash";
    static final String EXPIRES = "expires";
    static final String ADDRESS = "_ipv4";
    static final String MACHINE = "_machine";
    static final String TAGS = "tags";

    private final World world;

    public Tailnet(World world) {
        this.world = world;
    }

    /// Lets a machine in by a key, as `tailscale up` asks for it.
    ///
    /// @param machineId OCID of the machine
    /// @return the device that it is from now on
    /// @throws TailnetRefusal if the key is none, used or over
    public Resource join(String machineId, String authKey, String hostname) {
        return world.change(tx -> {
            var key = usable(tx, authKey);
            if (key.get("reusable").asBoolean()) {
                return admit(tx, machineId, key, hostname);
            }
            var device = admit(tx, machineId, key, hostname);
            tx.forget(key.id());
            return device;
        });
    }

    private static Resource usable(Tx tx, String authKey) {
        var hash = Secrets.hash(authKey);
        return tx.stream(KEY)
                .filter(key -> key.has(HASH, hash) && !isOver(key, tx.now()))
                .findFirst()
                .orElseThrow(() -> new TailnetRefusal(
                        401, "invalid key: unable to validate API key: it does not exist, was used or has expired"));
    }

    static boolean isOver(Resource kept, Instant now) {
        return !Instant.parse(kept.text(EXPIRES)).isAfter(now);
    }

    private static Resource admit(Tx tx, String machineId, Resource key, String hostname) {
        deviceOf(tx, machineId).ifPresent(before -> tx.forget(before.id()));
        var sequence = tx.nextSequence();
        var address = TailnetAddresses.free(tx, sequence);
        var id = Secrets.id('n', sequence);
        var shown = Json.object()
                .put("id", Long.toString(9_000_000_000_000_000L + sequence))
                .put("nodeId", id)
                .put("user", "tagged-devices")
                .put("name", uniqueName(tx, hostname) + '.' + NAME)
                .put("hostname", hostname)
                .put("clientVersion", "1.92.0")
                .put("updateAvailable", false)
                .put("os", "linux")
                .put("created", Json.time(tx.now()))
                .put("keyExpiryDisabled", true)
                .put("authorized", key.get("preauthorized").asBoolean())
                .put("isExternal", false)
                .put("blocksIncomingConnections", false)
                .put(MACHINE, machineId);
        shown.set(TAGS, key.get(TAGS));
        return tx.create(id, DEVICE, "", "", addressed(shown, address, sequence));
    }

    private static tools.jackson.databind.node.ObjectNode addressed(
            tools.jackson.databind.node.ObjectNode device, String address, long sequence) {
        device.put(ADDRESS, address);
        device.set(
                "addresses", Json.strings(List.of(address, "fd7a:115c:a1e0::" + Long.toHexString(sequence & 0xFFFF))));
        return device;
    }

    /// A name that is taken gets a number, as MagicDNS does it.
    private static String uniqueName(Tx tx, String hostname) {
        var taken = tx.stream(DEVICE).map(device -> device.text("name")).toList();
        var name = hostname;
        for (int number = 1; taken.contains(name + '.' + NAME); number++) {
            name = hostname + '-' + number;
        }
        return name;
    }

    static void setAddress(Tx tx, Resource device, String address) {
        if (!TailnetAddresses.canBeGiven(address)) {
            throw new TailnetRefusal(400, "invalid IPv4 address: it has to be in 100.64.0.0/10");
        }
        var holder = TailnetAddresses.holder(tx, address);
        if (holder.isPresent() && !holder.get().id().equals(device.id())) {
            throw new TailnetRefusal(400, "address is already in use by another device");
        }
        tx.put(device.with(shown -> addressed(shown, address, device.sequence())));
    }

    /// The device that a machine is; empty if it is not in the tailnet.
    public Optional<Resource> deviceOf(String machineId) {
        return world.change(tx -> deviceOf(tx, machineId));
    }

    private static Optional<Resource> deviceOf(Tx tx, String machineId) {
        return tx.stream(DEVICE)
                .filter(device -> device.has(MACHINE, machineId))
                .findFirst();
    }

    /// Takes a machine out, as `tailscale logout` does.
    public void leave(String machineId) {
        world.change(tx -> {
            deviceOf(tx, machineId).ifPresent(device -> tx.forget(device.id()));
            return machineId;
        });
    }

    /// The OCID of the machine that has `address` in the tailnet and may use it.
    public Optional<String> machineAt(String address) {
        return world.change(tx -> TailnetAddresses.holder(tx, address)
                .filter(device -> device.get("authorized").asBoolean())
                .map(device -> device.text(MACHINE)));
    }

    /// What the API shows of something.
    static JsonNode shown(Resource kept) {
        var shown = kept.attributes().deepCopy();
        for (var name : List.of(HASH, ADDRESS, MACHINE)) {
            shown.remove(name);
        }
        return shown;
    }
}
