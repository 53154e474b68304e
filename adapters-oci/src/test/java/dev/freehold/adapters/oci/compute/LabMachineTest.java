package dev.freehold.adapters.oci.compute;

import dev.freehold.adapters.oci.LabCloud;
import dev.freehold.adapters.oci.OracleOutside;
import dev.freehold.adapters.oci.SmallMachines;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.domain.spec.NodeSpec.Shape;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Outside;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.ResourceDriverContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// The drivers of images and machines, held to the contract over signed HTTP against the lab.
@ParameterizedClass(name = "{0}")
@MethodSource("resources")
class LabMachineTest implements ResourceDriverContract<Resource> {
    @Parameter
    private Resource wanted;

    @TempDir
    private Path folder;

    private LabCloud lab;

    static List<Resource> resources() {
        return List.of(
                SmallMachines.IMAGE,
                SmallMachines.ENTRY,
                SmallMachines.SCHEMA,
                SmallMachines.HOST,
                SmallMachines.BASTION);
    }

    @BeforeEach
    void open() throws InterruptedException {
        lab = LabCloud.in(folder);
        SmallMachines.give(lab, folder);
        lab.makeBases(wanted, SmallMachines.resources());
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Override
    public ResourceDriver<Resource> driver() {
        return lab.cloud().drivers().of(wanted);
    }

    @Override
    public Resource wanted() {
        return wanted;
    }

    @Override
    public Context context() {
        return lab.context();
    }

    @Override
    public Outside outside() {
        return new OracleOutside(lab, wanted, folder);
    }

    @Override
    public Optional<Resource> changed() {
        return wanted instanceof Instance host && host.size().shape() == Shape.A1_FLEX
                ? Optional.of(SmallMachines.resized(host, 2, 8, PublicIp.NONE, false))
                : Optional.empty();
    }
}
