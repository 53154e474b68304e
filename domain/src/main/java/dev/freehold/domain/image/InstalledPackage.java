package dev.freehold.domain.image;

import java.util.Comparator;

/// A Debian package in an image, as `dpkg-query` names it.
///
/// @param architecture `arm64`, `amd64` or `all`
public record InstalledPackage(String name, String version, String architecture)
        implements Comparable<InstalledPackage> {

    /// Its package URL: what a list of contents or of weaknesses knows it by.
    ///
    /// Source: package-url specification, type `deb`.
    public String purl() {
        return "pkg:deb/debian/" + escaped(name) + '@' + escaped(version) + "?arch=" + architecture
                + "&distro=debian-12";
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("+", "%2B").replace(":", "%3A");
    }

    @Override
    public int compareTo(InstalledPackage other) {
        return Comparator.comparing(InstalledPackage::name)
                .thenComparing(InstalledPackage::architecture)
                .thenComparing(InstalledPackage::version)
                .compare(this, other);
    }
}
