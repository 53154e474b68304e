package dev.freehold.lab.packages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A repository of Debian packages: suite `bookworm`, component `main`, for amd64 and arm64. It is not signed:
/// whoever reads it must trust the place that it comes from. The same packages make the same bytes.
final class AptRepository {
    static final String SUITE = "bookworm";
    static final List<String> ARCHITECTURES = List.of("amd64", "arm64");

    /// When Debian 12 came out: a date that never changes, and never lies in the future.
    private static final String DATE = "Sat, 10 Jun 2023 00:00:00 UTC";

    private final Map<String, byte[]> files;

    private AptRepository(Map<String, byte[]> files) {
        this.files = files;
    }

    /// @param name of what it holds, such as `tailscale`
    static AptRepository of(String name, List<StandInPackage> packages) {
        var files = new TreeMap<String, byte[]>();
        var index = new StringBuilder();
        for (var one : packages) {
            var path = "pool/main/" + one.name().charAt(0) + '/' + one.name() + '/' + one.fileName();
            var deb = one.deb();
            files.put(path, deb);
            index.append(one.control())
                    .append("Filename: ")
                    .append(path)
                    .append("\nSize: ")
                    .append(deb.length)
                    .append("\nSHA256: ")
                    .append(sha256(deb))
                    .append("\n\n");
        }
        var plain = index.toString().getBytes(StandardCharsets.UTF_8);
        var listed = new TreeMap<String, byte[]>();
        for (var architecture : ARCHITECTURES) {
            var folder = "main/binary-" + architecture + '/';
            listed.put(folder + "Packages", plain);
            listed.put(folder + "Packages.gz", Gzip.of(plain));
        }
        listed.forEach((path, bytes) -> files.put("dists/" + SUITE + '/' + path, bytes));
        files.put("dists/" + SUITE + "/Release", release(name, listed).getBytes(StandardCharsets.UTF_8));
        return new AptRepository(files);
    }

    private static String release(String name, Map<String, byte[]> listed) {
        var release = new StringBuilder("Origin: Freehold's lab\nLabel: " + name + "\nSuite: " + SUITE + "\nCodename: "
                + SUITE + "\nDate: " + DATE + "\nArchitectures: " + String.join(" ", ARCHITECTURES)
                + "\nComponents: main\nDescription: Stand-ins for the packages of " + name + "\nSHA256:\n");
        listed.forEach((path, bytes) -> release.append(' ')
                .append(sha256(bytes))
                .append(' ')
                .append(bytes.length)
                .append(' ')
                .append(path)
                .append('\n'));
        return release.toString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    /// @param path below the repository's base, decoded
    Optional<byte[]> at(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
