package dev.freehold.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/// The poms draw the design's arrows and no others, so that a forbidden import does not even compile.
class ModulePomsTest {
    /// Surefire runs a module's tests in its folder.
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /// What tests may use besides: examples and contracts, the fake world in place of mocks, and the emulators.
    private static final Set<String> FOR_TESTS = Set.of("domain", "ports", "adapters-sim", "adapters-local", "lab");

    private record Arrow(String to, String scope) {}

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.freehold.architecture.Module#all")
    void a_pom_has_the_arrows_of_the_design(Module module) throws Exception {
        assertThat(arrows(module))
                .filteredOn(arrow -> !arrow.scope().equals("test"))
                .extracting(Arrow::to)
                .containsExactlyInAnyOrderElementsOf(module.knows());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.freehold.architecture.Module#all")
    void tests_use_fakes_and_contracts_alone(Module module) throws Exception {
        assertThat(arrows(module))
                .filteredOn(arrow -> arrow.scope().equals("test"))
                .extracting(Arrow::to)
                .isSubsetOf(FOR_TESTS);
    }

    @Test
    void the_parent_lists_the_modules_of_the_design() throws Exception {
        var modules = texts(document(ROOT.resolve("pom.xml")), "module");
        // Formats the sources of all of them, and is no part of the program.
        modules.remove("code-format");
        assertThat(modules)
                .containsExactlyInAnyOrderElementsOf(
                        Module.all().map(Module::folder).toList());
    }

    private static List<Arrow> arrows(Module module) throws Exception {
        var found = new ArrayList<Arrow>();
        var dependencies =
                document(ROOT.resolve(module.folder()).resolve("pom.xml")).getElementsByTagName("dependency");
        for (var i = 0; i < dependencies.getLength(); i++) {
            var dependency = (Element) dependencies.item(i);
            var name = texts(dependency, "artifactId").getFirst();
            if (texts(dependency, "groupId").contains("dev.freehold")) {
                // What the parent manages as a test-jar is for tests alone, without a scope of its own.
                var forTests = texts(dependency, "type").contains("test-jar")
                        || texts(dependency, "scope").contains("test");
                found.add(new Arrow(name.substring("freehold-".length()), forTests ? "test" : "compile"));
            }
        }
        return found;
    }

    private static Element document(Path pom) throws Exception {
        try (var content = Files.newInputStream(pom)) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(content)
                    .getDocumentElement();
        }
    }

    private static List<String> texts(Element element, String tag) {
        var found = new ArrayList<String>();
        var nodes = element.getElementsByTagName(tag);
        for (var i = 0; i < nodes.getLength(); i++) {
            found.add(nodes.item(i).getTextContent().strip());
        }
        return found;
    }
}
