package dev.freehold.domain.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "*, oci/instance/ampere-1, true",
        "oci/*, oci/instance/ampere-1, true",
        "*/ampere-1, oci/instance/ampere-1, true",
        "oci/*/ampere-?, oci/instance/ampere-1, true",
        "*instance*, oci/instance/ampere-1, true",
        "*a*e*1, oci/instance/ampere-1, true",
        "oci/instance/ampere-1*, oci/instance/ampere-1, true",
        "oci/instance/ampere-1, oci/instance/ampere-1, true",
        "oci/instance/ampere, oci/instance/ampere-1, false",
        "instance/*, oci/instance/ampere-1, false",
        "oci/*/ampere-??, oci/instance/ampere-1, false",
        "*-2, oci/instance/ampere-1, false",
        "'', oci/instance/ampere-1, false",
        "oci.instance*, oci/instance/ampere-1, false"
    })
    void a_star_takes_anything_slashes_too(String pattern, String text, boolean matches) {
        assertThat(Glob.of(pattern).matches(text)).isEqualTo(matches);
    }
}
