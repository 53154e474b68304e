package dev.freehold.domain.specfile.form;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Mbps;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.spec.Glob;
import dev.freehold.domain.specfile.form.Amount.Fractions;
import dev.freehold.domain.specfile.form.Amount.Least;
import dev.freehold.domain.specfile.form.Form.Text;
import java.math.BigDecimal;
import java.time.Duration;

/// The forms that several keys share.
public final class Forms {
    /// Above every limit of Oracle's; more is a slip, and sums of it would be no use to anybody.
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    /// Whoever plans ten thousand hosts and writes a number that is surely enough should not be corrected.
    private static final BigDecimal MOST_USD = BigDecimal.valueOf(1_000_000_000);

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final String ADDRESS_PATTERN = OCTET + "(\\." + OCTET + "){3}";

    public static final Text<Ipv4> ADDRESS =
            Text.of("an IPv4 address such as 10.0.1.10", ADDRESS_PATTERN, 15, Ipv4::parse, Ipv4::toString);

    public static final Text<Cidr> BLOCK = Text.of(
            "a block of IPv4 addresses such as 10.0.0.0/16",
            ADDRESS_PATTERN + "/(3[0-2]|[12]?[0-9])",
            18,
            Cidr::parse,
            Cidr::toString);

    public static final Text<Duration> INTERVAL = Text.of(
            "an interval of hours, minutes and seconds from 1s to 720h, such as 1m, 30s or 1h30m",
            "([0-9]{1,7}h)?([0-9]{1,7}m)?([0-9]{1,7}s)?",
            24,
            Intervals::parse,
            Intervals::write);

    public static final Text<String> EMAIL = Text.of(
            "an e-mail address such as you@example.org",
            "[A-Za-z0-9._%+'-]+@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+",
            254);

    public static final Text<String> DOMAIN = Text.of(
            "a DNS name such as example.ts.net",
            "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+",
            253);

    public static final Text<String> PACKAGE_SOURCE_NAME = Text.of(
            "one of debian, debian-security, tailscale, proxmox, ceph, or tailscale-key, proxmox-key, ceph-key",
            "debian(-security)?|(tailscale|proxmox|ceph)(-key)?",
            40);

    public static final Text<String> PACKAGE_SOURCE = Text.of(
            "a URL such as https://mirror.example.org/debian, without a password in it, or none; or for a key its"
                    + " fingerprint, 40 hexadecimal digits",
            "none|[0-9A-F]{40}|https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~%+,=:@/-]*)?",
            2000);

    public static final Text<String> REPOSITORY = Text.of(
            "the URL of a Git repository such as https://github.com/you/freehold-flux.git or"
                    + " ssh://git@github.com/you/freehold-flux.git, without a password in it",
            "(https?://|ssh://([A-Za-z0-9._-]+@)?)[A-Za-z0-9.-]+(:[0-9]{1,5})?/[A-Za-z0-9._~%+@/-]+",
            2000);

    public static final Text<String> BRANCH =
            Text.of("the name of a Git branch such as main", "[A-Za-z0-9_][A-Za-z0-9_+-]*([./][A-Za-z0-9_+-]+)*", 200);

    public static final Text<String> FOLDER = Text.of(
            "a folder inside the repository such as clusters/homelab",
            "(\\./)?[A-Za-z0-9_][A-Za-z0-9_.+-]*(/[A-Za-z0-9_][A-Za-z0-9_.+-]*)*/?",
            500);

    public static final Text<String> REGION =
            Text.of("a region of Oracle Cloud such as eu-frankfurt-1", "[a-z]{2,4}(-[a-z]+)+-[1-9][0-9]?", 40);

    public static final Text<String> LABEL = Text.of(
            "a name of lower-case letters, digits and hyphens, no hyphen at its ends, at most 63 long, such as homelab",
            "[a-z0-9]([a-z0-9-]*[a-z0-9])?",
            63);

    public static final Text<String> OCI_NAME = Text.of(
            "a name of letters, digits, full stops, hyphens and underscores, at most 100 long, such as freehold",
            "[A-Za-z0-9_][A-Za-z0-9._-]*",
            100);

    /// In quotes where it begins with an asterisk, which YAML would take for an alias.
    public static final Text<Glob> RESOURCE_IDS = Text.of(
            "a pattern for resource ids as plan shows them, such as oci/instance/*",
            "[a-z0-9./*?-]+",
            200,
            Glob::of,
            Glob::pattern);

    public static final Amount<Gigabytes> GIGABYTES = new Amount<>(
            BigDecimal.ZERO, Least.IS_TOO_LITTLE, MOST, Fractions.ALLOWED, "50", Gigabytes::new, Gigabytes::count);

    public static final Amount<Ocpus> OCPUS =
            new Amount<>(BigDecimal.ZERO, Least.IS_TOO_LITTLE, MOST, Fractions.ALLOWED, "1", Ocpus::new, Ocpus::count);

    /// OCI's flexible load balancer knows 10 to 8,000 Mbps.
    public static final Amount<Mbps> BANDWIDTH = new Amount<>(
            BigDecimal.TEN,
            Least.WILL_DO,
            BigDecimal.valueOf(8000),
            Fractions.REFUSED,
            "10",
            count -> new Mbps(count.intValueExact()),
            mbps -> BigDecimal.valueOf(mbps.count()));

    private Forms() {}

    public static Amount<Integer> whole(int least, int most, int example) {
        return new Amount<>(
                BigDecimal.valueOf(least),
                Least.WILL_DO,
                BigDecimal.valueOf(most),
                Fractions.REFUSED,
                String.valueOf(example),
                BigDecimal::intValueExact,
                BigDecimal::valueOf);
    }

    /// @param zero whether it will do
    public static Amount<Usd> dollars(Least zero, String example) {
        return new Amount<>(BigDecimal.ZERO, zero, MOST_USD, Fractions.ALLOWED, example, Usd::new, Usd::amount);
    }
}
