package dev.freehold.domain.specfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.document.Document;
import dev.freehold.domain.document.Document.Entry;
import dev.freehold.domain.document.Document.Mapping;
import dev.freehold.domain.document.Document.Scalar;
import dev.freehold.domain.document.Document.Sequence;
import dev.freehold.domain.document.Mistake;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.specfile.form.Mistakes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/// Reading without YAML; every rule has its text in the YAML adapter's tests.
class SpecReaderTest {

    @Test
    void a_name_alone_is_the_default_platform() {
        assertThat(SpecReader.read(group(entry("name", word("homelab")))))
                .isEqualTo(new SpecReading.Sound(DefaultSpec.threeNode()));
    }

    @Test
    void a_document_that_is_no_group_of_keys_is_one_problem() {
        assertThat(problems(new Sequence(List.of(), 3)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(3));
    }

    @Test
    void every_problem_is_told_in_the_order_of_lines() {
        // given
        var document = new Mapping(
                List.of(
                        new Entry("ceph", 9, new Mapping(List.of(new Entry("size", 9, new Scalar("0", 9, false))), 9)),
                        new Entry("nane", 2, new Scalar("homelab", 2, false)),
                        new Entry("region", 5, new Document.Nothing(5))),
                1);

        // when
        var problems = problems(document);

        // then
        assertThat(problems).extracting(Mistake::line).containsExactly(1, 2, 5, 9);
        assertThat(problems).extracting(Mistake::path).containsExactly("", "nane", "region", "ceph.size");
        assertThat(problems.get(0).message()).contains("'name' is missing");
        assertThat(problems.get(1).message()).contains("did you mean 'name'?");
    }

    @Test
    void ten_thousand_hosts_find_addresses_in_a_subnet_as_large_as_the_vcn() {
        // when
        var spec = sound(fleet(10_000));

        // then
        var addresses = new HashSet<Ipv4>();
        var inTailnet = new HashSet<Ipv4>();
        assertThat(spec.nodes()).hasSize(10_000).allSatisfy(node -> {
            assertThat(addresses.add(node.address())).isTrue();
            assertThat(inTailnet.add(node.tailnetAddress())).isTrue();
            assertThat(spec.network().subnet().contains(node.address())).isTrue();
        });
        assertThat(spec.nodes().getFirst().address()).isEqualTo(Ipv4.parse("10.0.0.10"));
        assertThat(addresses).doesNotContain(spec.access().ingress().address());
    }

    @Test
    void a_subnet_gives_out_every_address_but_three_and_then_says_that_none_is_left() {
        // given
        IntFunction<Document> platform = hosts -> group(
                entry("name", word("homelab")),
                entry("network", group(entry("vcn", word("10.0.0.0/26")))),
                entry("ingress", new Document.Nothing(1)),
                entry("nodes", hosts(hosts)));

        // then
        assertThat(sound(platform.apply(61)).nodes())
                .extracting(NodeSpec::address)
                .doesNotHaveDuplicates()
                .doesNotContain(Ipv4.parse("10.0.0.0"), Ipv4.parse("10.0.0.1"), Ipv4.parse("10.0.0.63"));
        assertThat(problems(platform.apply(63)))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.message()).contains("no address is left"));
    }

    @Test
    void a_file_of_nothing_but_faults_is_told_in_bounds() {
        // given
        var nodes = Collections.<Document>nCopies(20_000, new Scalar("x", 1, false));

        // when
        var problems = problems(group(entry("name", word("a")), entry("nodes", new Sequence(nodes, 1))));

        // then
        assertThat(problems).hasSize(Mistakes.MOST + 1);
        assertThat(problems.getLast().message()).contains("more problems than these");
    }

    @Test
    void more_nodes_than_any_subnet_has_addresses_for_are_one_problem() {
        // given
        var nodes = Collections.<Document>nCopies(65_534, group());

        // then
        assertThat(problems(group(entry("name", word("a")), entry("nodes", new Sequence(nodes, 1)))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("at most 65533"));
    }

    private static Document fleet(int hosts) {
        return group(
                entry("name", word("fleet")),
                entry("network", group(entry("vcn", word("10.0.0.0/16")), entry("subnet", word("10.0.0.0/16")))),
                entry("nodes", hosts(hosts)));
    }

    private static Document hosts(int count) {
        var nodes = new ArrayList<Document>();
        for (int number = 1; number <= count; number++) {
            nodes.add(group(entry("name", word("host-" + number)), entry("shape", word("VM.Standard.A1.Flex"))));
        }
        return new Sequence(nodes, 1);
    }

    private static Spec sound(Document document) {
        assertThat(SpecReader.read(document)).isInstanceOf(SpecReading.Sound.class);
        return ((SpecReading.Sound) SpecReader.read(document)).spec();
    }

    private static List<Mistake> problems(Document document) {
        assertThat(SpecReader.read(document)).isInstanceOf(SpecReading.Faulty.class);
        return ((SpecReading.Faulty) SpecReader.read(document)).problems();
    }

    private static Mapping group(Entry... entries) {
        return new Mapping(List.of(entries), 1);
    }

    private static Entry entry(String key, Document value) {
        return new Entry(key, 1, value);
    }

    private static Scalar word(String text) {
        return new Scalar(text, 1, false);
    }
}
