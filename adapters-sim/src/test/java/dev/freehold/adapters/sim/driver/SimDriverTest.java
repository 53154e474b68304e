package dev.freehold.adapters.sim.driver;

import dev.freehold.adapters.sim.Sim;
import dev.freehold.adapters.sim.ThreeHosts;
import dev.freehold.adapters.sim.Worlds;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.resource.Kind;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.Setting;
import dev.freehold.domain.resource.Settings;
import dev.freehold.ports.driver.Calls;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.ResourceDriverContract;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// The one driver, held to the contract with every resource of a platform.
@ParameterizedClass(name = "{0}")
@MethodSource("resources")
class SimDriverTest implements ResourceDriverContract<Resource> {
    @Parameter
    private Resource wanted;

    private Sim sim;

    static Stream<Resource> resources() {
        return ThreeHosts.resources().stream().filter(resource -> !(resource instanceof ImageBuild));
    }

    private Sim sim() {
        if (sim == null) {
            sim = Worlds.at(Worlds.before(wanted.id()));
        }
        return sim;
    }

    @Override
    public ResourceDriver<Resource> driver() {
        return sim().drivers().of(wanted);
    }

    @Override
    public Resource wanted() {
        return wanted;
    }

    @Override
    public Context context() {
        return Calls.context(sim().timeline());
    }

    /// The first text or number of it that can change in place, made another.
    @Override
    public Optional<Resource> changed() {
        var kind = Kind.of(wanted.getClass());
        var settings = new LinkedHashMap<>(Settings.of(wanted).members());
        for (var component : kind.components()) {
            var value = settings.get(component.getName());
            boolean simple = component.getType() == String.class || component.getType() == int.class;
            if (Kind.isInPlace(component) && simple && !component.getName().equals("host")) {
                settings.put(
                        component.getName(),
                        value instanceof Setting.Quantity(var number)
                                ? new Setting.Quantity(number.add(BigDecimal.ONE))
                                : Setting.text(((Setting.Text) value).value() + "-other"));
                return Optional.of((Resource) Settings.node(kind, new Setting.Group(settings)));
            }
        }
        return Optional.empty();
    }
}
