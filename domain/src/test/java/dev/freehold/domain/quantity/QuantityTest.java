package dev.freehold.domain.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class QuantityTest {

    @Test
    void equal_amounts_are_equal_however_they_are_written() {
        assertThat(Gigabytes.of("8.00")).isEqualTo(Gigabytes.of(8)).hasToString("8 GB");
        assertThat(Gigabytes.of("30.60")).hasToString("30.6 GB");
        assertThat(new Ocpus(new BigDecimal("1E+1"))).isEqualTo(Ocpus.of(10)).hasToString("10 OCPU");
        assertThat(Usd.of("0.010")).isEqualTo(Usd.of("0.01"));
    }

    @Test
    void nothing_can_be_less_than_nothing() {
        assertThatThrownBy(() -> Gigabytes.of(-1)).hasMessageContaining("gigabytes");
        assertThatThrownBy(() -> Ocpus.of(-1)).hasMessageContaining("OCPUs");
        assertThatThrownBy(() -> Usd.of("-0.01")).hasMessageContaining("USD");
        assertThatThrownBy(() -> new Mbps(-1)).hasMessageContaining("Mbps");
    }

    @Test
    void a_third_of_an_ocpu_is_not_whole() {
        assertThat(new Ocpus(new BigDecimal("1.33")).isWhole()).isFalse();
        assertThat(new Ocpus(new BigDecimal("2.0")).isWhole()).isTrue();
        assertThat(Ocpus.ZERO.isWhole()).isTrue();
    }

    @Test
    void what_is_taken_away_stops_at_zero() {
        assertThat(Gigabytes.of(1).minus(Gigabytes.of(3))).isEqualTo(Gigabytes.ZERO);
    }
}
