package dev.freehold.adapters.oci;

import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.OnOracle.Identified;
import dev.freehold.domain.resource.Resource;
import dev.freehold.ports.driver.Calls;
import dev.freehold.ports.driver.Inventory;
import dev.freehold.ports.driver.InventoryContract;
import dev.freehold.ports.driver.Trouble;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The inventory of a tenancy, held to the contract over signed HTTP against the lab.
class LabInventoryTest implements InventoryContract {
    @TempDir
    private Path folder;

    private LabCloud lab;

    @BeforeEach
    void open() {
        lab = LabCloud.in(folder);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Override
    public Inventory inventory() {
        return lab.cloud().inventory();
    }

    @Override
    public List<Resource> make() throws InterruptedException {
        new WholePlatform(lab, folder).make();
        return WholePlatform.tagged();
    }

    @Override
    public void unmake() throws InterruptedException {
        new WholePlatform(lab, folder).remove();
    }

    @Override
    public void makeStrangers() {
        var compartment = new Strangers(lab, "/20160918/compartments").make(SmallPlatform.COMPARTMENT);
        lab.give(SmallPlatform.COMPARTMENT.id(), new Identified(new Ocid(compartment)));
        new Strangers(lab, "/20190111/budgets").make(SmallPlatform.BUDGET);
        new Strangers(lab, "/20181025/quotas").make(SmallPlatform.QUOTA);
        var vcn = new Strangers(lab, "/20160918/vcns").make(SmallPlatform.VCN);
        lab.give(SmallPlatform.VCN.id(), new Identified(new Ocid(vcn)));
        new Strangers(lab, "/20160918/networkSecurityGroups").make(SmallPlatform.GROUP);
        new Strangers(lab, "/20160918/publicIps").make(SmallPlatform.ADDRESS);
    }

    @Override
    public void makeAnotherPlatforms() throws InterruptedException {
        try (var theirs = lab.otherCloud("another")) {
            for (var resource : SmallPlatform.resources()) {
                var answer =
                        theirs.drivers().of(resource).create(resource, WholePlatform.token(resource), lab.context());
                lab.remember(resource, Calls.created(answer));
            }
        }
    }

    @Override
    public Trouble blindness() {
        return lab.byHand().withoutKey();
    }
}
