package dev.freehold.domain.specfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.resource.Setting;
import dev.freehold.domain.resource.Setting.Group;
import dev.freehold.domain.resource.Setting.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SpecSchemaTest {

    @Test
    void the_schema_and_the_reference_have_the_same_keys() {
        // given
        var inReference =
                SpecReference.rows().stream().map(SpecReference.Row::key).toList();

        // when
        var inSchema = new ArrayList<String>();
        collect(SpecSchema.tree(), "", inSchema);

        // then
        assertThat(inSchema).isEqualTo(inReference).contains("nodes[].ocpus", "kubernetes.workers.count");
    }

    @Test
    void only_the_name_must_be_there() {
        assertThat(SpecSchema.tree().members().get("required")).isEqualTo(new Setting.Many(List.of(new Text("name"))));
    }

    @Test
    void every_default_keeps_to_the_pattern_of_its_key() {
        // given
        var keys = new ArrayList<Group>();
        groups(SpecSchema.tree(), keys);

        // when
        var patterned = keys.stream()
                .filter(key -> key.members().get("pattern") instanceof Text)
                .filter(key -> key.members().get("default") instanceof Text)
                .toList();

        // then
        assertThat(patterned).hasSizeGreaterThan(10).allSatisfy(key -> {
            var pattern = ((Text) key.members().get("pattern")).value();
            assertThat(((Text) key.members().get("default")).value()).matches(Pattern.compile(pattern));
        });
    }

    @Test
    void every_key_says_what_it_is_for_and_what_holds_without_it() {
        assertThat(SpecReference.rows()).hasSizeGreaterThan(60).allSatisfy(row -> {
            assertThat(row.description()).isNotBlank().endsWith(".");
            assertThat(row.allowed()).isNotBlank();
            assertThat(row.otherwise()).isNotBlank();
        });
    }

    @Test
    void the_reference_shows_the_default_platform() {
        assertThat(SpecReference.rows())
                .contains(new SpecReference.Row(
                        "ceph.size", "a whole number from 1 to 10, such as 3", "3", "Copies of everything."));
    }

    private static void collect(Group schema, String before, List<String> keys) {
        if (schema.members().get("properties") instanceof Group(var properties)) {
            properties.forEach((name, value) -> {
                keys.add(before + name);
                var inner = (Group) value;
                collect(inner, before + name + ".", keys);
                if (inner.members().get("items") instanceof Group items) {
                    collect(items, before + name + "[].", keys);
                }
            });
        }
    }

    private static void groups(Setting setting, List<Group> all) {
        if (setting instanceof Group group) {
            all.add(group);
            group.members().values().forEach(member -> groups(member, all));
        }
    }
}
