package dev.freehold.lab.oracle.compute;

import dev.freehold.lab.Client.Got;
import dev.freehold.lab.OpenLab;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Somebody with a network, who launches machines into it. Everything is in the root compartment.
final class Tenant {
    private OpenLab lab;
    private final String subnet;
    private final List<String> domains;

    Tenant(OpenLab lab) {
        this.lab = lab;
        var vcn = post("vcns", "'cidrBlock': '10.0.0.0/16'");
        this.subnet = post("subnets", "'vcnId': '%s', 'cidrBlock': '10.0.1.0/24'".formatted(vcn.id()))
                .id();
        this.domains = get("availabilityDomains?compartmentId=" + lab.root())
                .json()
                .valueStream()
                .map(one -> one.path("name").asString())
                .toList();
    }

    OpenLab lab() {
        return lab;
    }

    /// The lab's process ends and another one begins.
    void restart() {
        lab.close();
        lab = lab.again();
    }

    String subnet() {
        return subnet;
    }

    List<String> domains() {
        return domains;
    }

    /// The one that has micro machines.
    String microDomain() {
        return domains.stream()
                .filter(domain -> list("shapes?availabilityDomain=" + domain)
                        .valueStream()
                        .anyMatch(shape -> shape.path("shape").asString().equals("VM.Standard.E2.1.Micro")))
                .findFirst()
                .orElseThrow();
    }

    Got post(String path, String members) {
        return lab.client().post("/20160918/" + path, "{'compartmentId': '%s', %s}".formatted(lab.root(), members));
    }

    Got get(String path) {
        return lab.client().get("/20160918/" + path);
    }

    JsonNode list(String path) {
        return get(path + (path.contains("?") ? "&" : "?") + "compartmentId=" + lab.root())
                .json();
    }

    String state(String path, String id) {
        return get(path + '/' + id).json().path("lifecycleState").asString();
    }

    String image(String name) {
        return list("images?displayName=" + name).path(0).path("id").asString();
    }

    static String a1(String domain, int ocpus, int memory, String image, String subnet, String more) {
        return """
            'availabilityDomain': '%s', 'shape': 'VM.Standard.A1.Flex', 'displayName': 'ampere',
            'shapeConfig': {'ocpus': %d, 'memoryInGBs': %d},
            'sourceDetails': {'sourceType': 'image', 'imageId': '%s', 'bootVolumeSizeInGBs': 50},
            'createVnicDetails': {'subnetId': '%s', 'hostnameLabel': 'ampere' %s}\
            """.formatted(domain, ocpus, memory, image, subnet, more);
    }

    Got launch(String domain, int ocpus, int memory) {
        return post("instances", a1(domain, ocpus, memory, image("freehold-proxmox-arm64"), subnet, ""));
    }

    /// Beside others of the same subnet, whose names are other ones.
    Got launch(String hostname, String domain, int ocpus, int memory) {
        var body = a1(domain, ocpus, memory, image("freehold-proxmox-arm64"), subnet, "");
        return post("instances", body.replace("'hostnameLabel': 'ampere'", "'hostnameLabel': '" + hostname + "'"));
    }

    Got launchWithToken(String token) {
        var body = a1(domains.getFirst(), 1, 6, image("freehold-proxmox-arm64"), subnet, "");
        return lab.client()
                .send(
                        "POST",
                        "/20160918/instances",
                        "{'compartmentId': '%s', %s}".formatted(lab.root(), body),
                        Map.of("opc-retry-token", token));
    }

    Got launchMicro(String domain) {
        return post("instances", """
            'availabilityDomain': '%s', 'shape': 'VM.Standard.E2.1.Micro', 'imageId': '%s', 'subnetId': '%s',
            'displayName': 'bastion'\
            """.formatted(domain, image("freehold-base-amd64"), subnet));
    }

    void terminate(String instance) {
        lab.client().delete("/20160918/instances/" + instance);
    }

    void pass(Duration time) {
        lab.clock().pass(time);
    }
}
