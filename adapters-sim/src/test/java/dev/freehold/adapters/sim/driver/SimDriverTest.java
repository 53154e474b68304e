package dev.freehold.adapters.sim.driver;

import dev.freehold.adapters.sim.Sim;
import dev.freehold.adapters.sim.ThreeHosts;
import dev.freehold.adapters.sim.Worlds;
import dev.freehold.adapters.sim.call.Act;
import dev.freehold.adapters.sim.fault.Fault;
import dev.freehold.adapters.sim.fault.Fault.Mishap;
import dev.freehold.adapters.sim.fault.Faults;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.resource.ImageResource.PrebuiltImage;
import dev.freehold.domain.resource.Kind;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.Setting;
import dev.freehold.domain.resource.Settings;
import dev.freehold.domain.resource.SetupResource.Compartment;
import dev.freehold.domain.resource.SetupResource.OciConfiguration;
import dev.freehold.ports.driver.Calls;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Drivers;
import dev.freehold.ports.driver.OtherSettings;
import dev.freehold.ports.driver.Outside;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.ResourceDriverContract;
import dev.freehold.ports.driver.Trouble;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
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
    private Drivers drivers;

    static Stream<Resource> resources() {
        return ThreeHosts.resources().stream().filter(resource -> !(resource instanceof ImageBuild));
    }

    private Sim sim() {
        if (sim == null) {
            sim = Worlds.at(Worlds.before(wanted.id()));
            drivers = sim.drivers();
        }
        return sim;
    }

    @Override
    public ResourceDriver<Resource> driver() {
        sim();
        return drivers.of(wanted);
    }

    @Override
    public Resource wanted() {
        return wanted;
    }

    @Override
    public Context context() {
        return Calls.context(sim().timeline());
    }

    @Override
    public Outside outside() {
        return new World();
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

    /// The world past its driver. Whatever is done in it takes ten seconds.
    private final class World implements Outside {
        @Override
        public Stranger stranger() {
            sim().world()
                    .make(wanted.id(), wanted, Optional.empty(), sim.timeline().now());
            return new Stranger() {
                @Override
                public Object look() {
                    return sim.world().find(wanted.id()).orElseThrow(() -> new AssertionError("it is gone"));
                }

                @Override
                public Manner manner() {
                    return wanted instanceof OciConfiguration
                                    || wanted instanceof Compartment
                                    || wanted instanceof PrebuiltImage
                            ? Manner.USED
                            : Manner.LEFT_ALONE;
                }
            };
        }

        @Override
        public Stranger anotherPlatforms() {
            throw Outside.cannotBe("a simulated world is that of one platform");
        }

        @Override
        public Trouble slowness() {
            return Trouble.PASSING;
        }

        @Override
        public Duration tooShort() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Trouble lostAnswer() {
            return struck(Mishap.RESPONSE_LOST);
        }

        @Override
        public Denial missingRight() {
            return struck(Mishap.REFUSED);
        }

        private Denial struck(Mishap mishap) {
            var fault = Fault.once(wanted.id().text(), Act.CREATE, mishap);
            drivers = sim().with(new Faults(List.of(fault)), () -> {}).drivers();
            return new Denial() {
                @Override
                public String words() {
                    return "the list of faults says so";
                }

                @Override
                public void close() {
                    drivers = sim.drivers();
                }
            };
        }

        @Override
        public int count() {
            return sim().world().stands(wanted.id()) ? 1 : 0;
        }

        @Override
        public void change() {
            var other = changed()
                    .or(() -> OtherSettings.fixed(wanted).reversed().stream().findFirst())
                    .orElseThrow(() -> Outside.cannotBe("it has nothing but its name"));
            sim().world().change(wanted.id(), other, sim.timeline().now());
        }

        @Override
        public void remove() {
            sim().world().remove(wanted.id(), sim.timeline().now());
        }
    }
}
