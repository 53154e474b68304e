package dev.freehold.domain.output;

import java.util.regex.Pattern;

/// The SHA-256 of an X.509 certificate as Proxmox VE writes it: 32 pairs of upper-case hexadecimal digits with
/// colons between.
///
/// Source: Proxmox VE API, `/nodes/{node}/certificates/info`, `fingerprint`.
public record CertificateFingerprint(String text) {
    private static final Pattern FORM = Pattern.compile("[0-9A-F]{2}(:[0-9A-F]{2}){31}");

    public CertificateFingerprint {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no fingerprint of a certificate");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
