package dev.freehold.adapters.oci;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freehold.domain.output.OnOracle;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.ports.driver.Calls;
import dev.freehold.ports.driver.Outside;
import dev.freehold.ports.driver.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// The lab's tenancy past the drivers: others work in it by hand, and the lab goes wrong by its own means.
public final class OracleOutside implements Outside {
    private static final Set<String> SETTLED = Set.of("AVAILABLE", "ACTIVE", "RUNNING", "ASSIGNED", "");

    /// What Oracle computes of a budget now and then.
    private static final List<String> COMPUTED = List.of("actualSpend", "forecastedSpend", "timeSpendComputed");

    private final LabCloud lab;
    private final Resource wanted;
    private final Path folder;

    /// @param folder for files of faults
    public OracleOutside(LabCloud lab, Resource wanted, Path folder) {
        this.lab = lab;
        this.wanted = wanted;
        this.folder = folder;
    }

    /// Where things of its kind are made, listed and looked at.
    private String path() {
        return switch (wanted) {
            case SetupResource.Compartment _ -> "/20160918/compartments";
            case SetupResource.QuotaPolicy _ -> "/20181025/quotas";
            case SetupResource.Budget _ -> "/20190111/budgets";
            case SetupResource.BudgetAlertRule it ->
                "/20190111/budgets/" + lab.ocid(it.budget().id()) + "/alertRules";
            case OciResource.Vcn _ -> "/20160918/vcns";
            case OciResource.InternetGateway _ -> "/20160918/internetGateways";
            case OciResource.RouteTable _ -> "/20160918/routeTables";
            case OciResource.SecurityList _ -> "/20160918/securityLists";
            case OciResource.NetworkSecurityGroup _ -> "/20160918/networkSecurityGroups";
            case OciResource.Subnet _ -> "/20160918/subnets";
            case OciResource.ReservedPublicIp _, OciResource.PublicIpAssignment _ -> "/20160918/publicIps";
            case OciResource.PrivateIp _ -> "/20160918/privateIps";
            case OciResource.Instance _ -> "/20160918/instances";
            case OciResource.LoadBalancer _ -> "/20170115/loadBalancers";
            case ImageResource.CustomImage _ -> "/20160918/images";
            case ImageResource.ImageCapabilitySchema _ -> "/20160918/computeImageCapabilitySchemas";
            case ImageResource.ImageShapeEntry it ->
                "/20160918/images/" + lab.ocid(it.image().id()) + "/shapes/" + it.shape();
            default -> throw new AssertionError("nobody plays with " + wanted);
        };
    }

    @Override
    public Stranger stranger() {
        var made = new Strangers(lab, path()).make(wanted);
        return at(path() + "/" + made, wanted instanceof SetupResource.Compartment ? Manner.USED : Manner.LEFT_ALONE);
    }

    @Override
    public Stranger anotherPlatforms() throws InterruptedException {
        if (wanted instanceof ImageResource.ImageShapeEntry || wanted instanceof OciResource.PublicIpAssignment) {
            throw Outside.cannotBe("it is a setting of what is ours, and bears nobody's mark");
        }
        try (var theirs = lab.otherCloud("another")) {
            var outputs = Calls.created(theirs.drivers().of(wanted).create(wanted, Calls.OTHER_TOKEN, lab.context()));
            return at(path() + "/" + ((OnOracle) outputs).ocid().text(), Manner.LEFT_ALONE);
        }
    }

    /// What stands at that path, once it is neither coming nor going.
    private Stranger at(String path, Manner manner) {
        settled(path);
        return new Stranger() {
            @Override
            public Object look() {
                return OracleOutside.this.look(path);
            }

            @Override
            public Manner manner() {
                return manner;
            }
        };
    }

    private JsonNode look(String path) {
        var there = (ObjectNode) lab.byHand().get(path);
        return there.remove(COMPUTED);
    }

    private void settled(String path) {
        lab.await(
                path + " settles",
                () -> SETTLED.contains(
                        lab.byHand().get(path).path("lifecycleState").asText("")));
    }

    /// A second of the lab's time takes twenty.
    @Override
    public Trouble slowness() {
        return lab.troubled(settings -> settings.withPace(0.05));
    }

    @Override
    public Duration tooShort() {
        return Duration.ofMillis(200);
    }

    @Override
    public Duration oneExchange() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Trouble lostAnswer() {
        boolean isPut =
                wanted instanceof OciResource.PublicIpAssignment || wanted instanceof ImageResource.ImageShapeEntry;
        var path = wanted instanceof OciResource.PublicIpAssignment ? path() + "/*" : path();
        try {
            var faults = Files.writeString(
                    folder.resolve("faults.yaml"),
                    "- {method: " + (isPut ? "PUT" : "POST") + ", path: '" + path + "', error: reset-after}\n");
            return lab.troubled(settings -> settings.withWireFaults(faults));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public Denial missingRight() {
        return lab.byHand().withoutKey();
    }

    @Override
    public List<String> secrets() {
        return List.of(
                "PRIVATE KEY", Profiles.labPem().lines().skip(1).findFirst().orElseThrow());
    }

    @Override
    public int count() throws InterruptedException {
        return switch (wanted) {
            case ImageResource.ImageShapeEntry _ -> lab.byHand().isThere(path()) ? 1 : 0;
            case OciResource.PublicIpAssignment it -> privateIpOf(it).isEmpty() ? 0 : 1;
            default ->
                (int) lab.cloud().inventory().items().stream()
                        .filter(item -> item.id().filter(wanted.id()::equals).isPresent())
                        .count();
        };
    }

    private String privateIpOf(OciResource.PublicIpAssignment assignment) {
        return lab.byHand()
                .get(path() + "/" + lab.ocid(assignment.publicIp().id()))
                .path("privateIpId")
                .asText("");
    }

    @Override
    public void change() throws InterruptedException {
        var hand = lab.byHand();
        switch (wanted) {
            case SetupResource.Compartment _ -> hand.put(ours(), "{'name': 'theirs'}");
            case SetupResource.QuotaPolicy _ ->
                hand.put(ours(), "{'statements': ['zero compute-core quotas in compartment small-compartment']}");
            case SetupResource.Budget _ -> hand.put(ours(), "{'amount': 9}");
            case SetupResource.BudgetAlertRule _ -> hand.put(ours(), "{'recipients': 'thief@example.org'}");
            case OciResource.Vcn _ -> hand.post(ours() + "/actions/addCidr", "{'cidrBlock': '10.9.0.0/16'}");
            case OciResource.RouteTable _ -> hand.put(ours(), "{'routeRules': []}");
            case OciResource.SecurityList _ -> hand.put(ours(), "{'ingressSecurityRules': []}");
            case OciResource.NetworkSecurityGroup _ -> dropRules(ours());
            case OciResource.Subnet it ->
                hand.put(
                        ours(),
                        "{'routeTableId': '%s'}",
                        hand.get("/20160918/vcns/" + lab.ocid(it.vcn().id()))
                                .path("defaultRouteTableId")
                                .asText());
            case OciResource.PublicIpAssignment it -> moveElsewhere(it);
            case OciResource.Instance _ -> {
                hand.post(ours() + "?action=STOP", "");
                var machine = ours();
                lab.await(
                        "it is stopped",
                        () -> hand.get(machine).path("lifecycleState").asText().equals("STOPPED"));
            }
            case OciResource.LoadBalancer _ -> {
                var balancer = ours();
                var backend = hand.get(balancer)
                        .at("/backendSets/http/backends/0/name")
                        .asText();
                hand.delete(balancer + "/backendSets/http/backends/" + backend.replace(":", "%3A"));
            }
            case ImageResource.ImageCapabilitySchema _ ->
                hand.put(
                        ours(),
                        "{'schemaData': {'Compute.Firmware': {'descriptorType': 'enumstring', 'source': 'IMAGE',"
                                + " 'values': ['BIOS'], 'defaultValue': 'BIOS'}}}");
            case OciResource.InternetGateway _ ->
                throw Outside.cannotBe("its one setting is its VCN; that somebody disabled it is not seen");
            case OciResource.ReservedPublicIp _ ->
                throw Outside.cannotBe("nothing of it can change but what it is mapped to");
            case OciResource.PrivateIp _ ->
                throw Outside.cannotBe("its address can't change, and on another card it is another's");
            case ImageResource.CustomImage _ -> throw Outside.cannotBe("what it was made of can't be seen on it");
            case ImageResource.ImageShapeEntry _ -> throw Outside.cannotBe("it is there or it is not");
            default -> throw new AssertionError("nobody changes " + wanted);
        }
    }

    private void dropRules(String group) {
        var ids = lab.byHand().get(group + "/securityRules").findValuesAsText("id");
        lab.byHand().post(group + "/actions/removeSecurityRules", "{'securityRuleIds': ['%s']}", ids.getFirst());
    }

    private void moveElsewhere(OciResource.PublicIpAssignment assignment) {
        var hand = lab.byHand();
        var address = path() + "/" + lab.ocid(assignment.publicIp().id());
        var other = hand.post(
                        "/20160918/privateIps",
                        "{'vnicId': '%s', 'ipAddress': '10.0.1.99'}",
                        new Strangers(lab, path()).cardOf(SmallPlatform.MACHINE.id()))
                .path("id")
                .asText();
        hand.put(address, "{'privateIpId': ''}");
        lab.await(
                "it is free",
                () -> hand.get(address).path("lifecycleState").asText().equals("AVAILABLE"));
        hand.put(address, "{'privateIpId': '%s'}", other);
        settledAs(address, "ASSIGNED");
    }

    private void settledAs(String path, String state) {
        lab.await(
                path + " is " + state,
                () -> lab.byHand().get(path).path("lifecycleState").asText().equals(state));
    }

    /// Where what is ours stands. Only where it stands is asked of the driver.
    private String ours() throws InterruptedException {
        var there =
                lab.cloud().drivers().of(wanted).observe(wanted, lab.context()).orElseThrow();
        return path() + "/" + ((OnOracle) there.outputs()).ocid().text();
    }

    @Override
    public void remove() throws InterruptedException {
        var hand = lab.byHand();
        switch (wanted) {
            case OciResource.PublicIpAssignment it -> {
                var address = path() + "/" + lab.ocid(it.publicIp().id());
                hand.put(address, "{'privateIpId': ''}");
                settledAs(address, "AVAILABLE");
            }
            case ImageResource.ImageShapeEntry _ -> hand.delete(path());
            case OciResource.Instance it -> {
                hand.delete(ours() + "?preserveBootVolume=false");
                var held = "/20160918/privateIps?subnetId="
                        + lab.ocid(it.vnic().subnet().id()) + "&ipAddress="
                        + it.vnic().address();
                lab.await(it.vnic().address() + " is free", () -> hand.get(held).isEmpty());
            }
            default -> hand.delete(ours());
        }
    }
}
