package dev.freehold.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/016",
                "10.0.0/8",
                "10.0.0.0.0/8",
                "10.0.0.256/32",
                "10.00.0.0/8",
                "ten/8",
                "10.0.0.0/8 ",
                "/8",
                "10.0.0.0/8/8",
                "١٠.0.0.0/8"
            })
    void what_is_no_block_of_addresses_is_refused(String text) {
        assertThatThrownBy(() -> Cidr.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("address");
    }

    @Test
    void host_bits_are_refused_and_the_block_they_lie_in_is_named() {
        assertThatThrownBy(() -> Cidr.parse("10.0.1.5/24")).hasMessageContaining("10.0.1.0/24");
    }

    @Test
    void the_whole_of_ipv4_is_one_block() {
        assertThat(Cidr.ANYWHERE.size()).isEqualTo(1L << 32);
        assertThat(Cidr.ANYWHERE.last()).isEqualTo(Ipv4.parse("255.255.255.255"));
        assertThat(Cidr.ANYWHERE.contains(Cidr.parse("203.0.113.7/32"))).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_block_contains_exactly_the_addresses_between_its_first_and_last(long seed) {
        // given
        var random = new Random(seed);
        int prefix = random.nextInt(33);
        int mask = prefix == 0 ? 0 : -1 << (32 - prefix);
        var block = new Cidr(new Ipv4(random.nextInt() & mask), prefix);
        var address = new Ipv4(random.nextInt());
        // when
        boolean between = address.compareTo(block.first()) >= 0 && address.compareTo(block.last()) <= 0;
        // then
        assertThat(block.contains(address)).isEqualTo(between);
        assertThat(Cidr.parse(block.toString())).isEqualTo(block);
        assertThat(Ipv4.parse(address.toString())).isEqualTo(address);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void blocks_overlap_exactly_when_one_holds_an_address_of_the_other(long seed) {
        // given
        var random = new Random(seed);
        var one = small(random);
        var other = small(random);
        // when
        boolean shared = LongStream.range(0, one.size()).anyMatch(offset -> other.contains(one.at(offset)));
        // then
        assertThat(one.overlaps(other)).isEqualTo(shared).isEqualTo(other.overlaps(one));
    }

    private static Cidr small(Random random) {
        int prefix = 26 + random.nextInt(7);
        return new Cidr(new Ipv4((0x0A000000 | random.nextInt(256)) & (-1 << (32 - prefix))), prefix);
    }

    @Test
    void an_address_outside_the_block_can_not_be_asked_for() {
        assertThatThrownBy(() -> Cidr.parse("10.0.0.0/30").at(4)).hasMessageContaining("10.0.0.0/30");
        assertThatThrownBy(() -> Ipv4.parse("255.255.255.255").plus(1)).hasMessageContaining("255.255.255.255");
    }
}
