package dev.freehold.adapters.oci;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Answers of Compute, each written by hand: what a case doesn't give is as it should be. By Oracle's API
/// reference for Core Services 20160918.
public final class OracleByHand {
    static final String COMPARTMENT = "ocid1.compartment.oc1..a";
    static final String SUBNET = "ocid1.subnet.oc1..s";
    public static final String INSTANCE = "ocid1.instance.oc1..i";
    static final String VNIC = "ocid1.vnic.oc1..n";

    private final WireMockExtension oracle;

    public OracleByHand(WireMockExtension oracle) {
        this.oracle = oracle;
    }

    /// A subnet in a region of so many availability domains, each of which has every shape, without machines.
    public void region(int domains) {
        answers("/20160918/subnets/" + SUBNET, """
            {"id": "%s", "compartmentId": "%s", "lifecycleState": "AVAILABLE"}\
            """.formatted(SUBNET, COMPARTMENT));
        var names = new StringBuilder();
        for (int number = 1; number <= domains; number++) {
            names.append(names.isEmpty() ? "" : ",")
                    .append("{\"name\": \"")
                    .append(domain(number))
                    .append("\"}");
        }
        answers("/20160918/availabilityDomains", "[" + names + "]");
        answers("/20160918/shapes", """
            [{"shape": "VM.Standard.A1.Flex"}, {"shape": "VM.Standard.E2.1.Micro"}]\
            """);
        answers("/20160918/faultDomains", "[{\"name\": \"FAULT-DOMAIN-1\"}]");
        answers("/20190729/limitValues", "[]");
        answers("/20160918/bootVolumeAttachments", "[]");
        answers("/20160918/instances", "[]");
    }

    public static String domain(int number) {
        return "fhld:EU-FRANKFURT-1-AD-" + number;
    }

    public void answers(String path, String json) {
        oracle.stubFor(get(urlPathEqualTo(path)).willReturn(okJson(json)));
    }

    /// What the capacity report says of one availability domain.
    public void reports(int domain, String status) {
        oracle.stubFor(post(urlPathEqualTo("/20160918/computeCapacityReports"))
                .withRequestBody(com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath(
                        "$.availabilityDomain", equalTo(domain(domain))))
                .willReturn(okJson("""
                    {"availabilityDomain": "%s", "shapeAvailabilities": [{"instanceShape": "VM.Standard.A1.Flex",
                     "availabilityStatus": "%s", "availableCount": 1}]}\
                    """.formatted(domain(domain), status))));
    }

    public void launches(ResponseDefinitionBuilder answer) {
        oracle.stubFor(post(urlPathEqualTo("/20160918/instances")).willReturn(answer));
    }

    public static ResponseDefinitionBuilder full() {
        return refusal(500, "InternalError", "Out of host capacity.");
    }

    public static ResponseDefinitionBuilder refusal(int status, String code, String message) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withHeader("opc-request-id", "REQ/1/2")
                .withBody("{\"code\": \"%s\", \"message\": \"%s\"}".formatted(code, message));
    }

    /// A machine that runs, with its card and an ephemeral address, listed and by its OCID.
    public void running(String name, String shapeConfig) {
        lists(instance(name, "RUNNING", shapeConfig));
        answers("/20160918/vnicAttachments", """
            [{"id": "ocid1.vnicattachment.oc1..t", "vnicId": "%s", "instanceId": "%s", "lifecycleState": "ATTACHED"}]\
            """.formatted(VNIC, INSTANCE));
        answers("/20160918/vnics/" + VNIC, """
            {"id": "%s", "isPrimary": true, "privateIp": "10.0.1.10", "publicIp": "198.18.0.9",
             "lifecycleState": "AVAILABLE", "nsgIds": []}\
            """.formatted(VNIC));
        oracle.stubFor(post(urlPathEqualTo("/20160918/publicIps/actions/getByIpAddress"))
                .willReturn(okJson("""
                    {"id": "ocid1.publicip.oc1..p", "ipAddress": "198.18.0.9", "lifetime": "EPHEMERAL",
                     "lifecycleState": "ASSIGNED"}\
                    """)));
    }

    public void lists(String... instances) {
        answers("/20160918/instances", List.of(instances).stream().collect(Collectors.joining(",", "[", "]")));
        for (var instance : instances) {
            answers("/20160918/instances/" + INSTANCE, instance);
        }
    }

    public static String instance(String name, String state, String shapeConfig) {
        return """
            {"id": "%s", "compartmentId": "%s", "availabilityDomain": "%s", "displayName": "%s",
             "shape": "VM.Standard.A1.Flex", "lifecycleState": "%s"%s,
             "freeformTags": {"freehold-platform": "main", "freehold-resource": "oci/instance/%s",
              "freehold-token": "token-1"}}\
            """.formatted(
                        INSTANCE,
                        COMPARTMENT,
                        domain(1),
                        name,
                        state,
                        shapeConfig.isEmpty() ? "" : ", \"shapeConfig\": " + shapeConfig,
                        name.toLowerCase(Locale.ROOT));
    }

    public static String size(String ocpus, String memory) {
        return "{\"ocpus\": " + ocpus + ", \"memoryInGBs\": " + memory + "}";
    }

    void terminates() {
        oracle.stubFor(delete(urlPathMatching("/20160918/instances/.*"))
                .willReturn(aResponse().withStatus(204)));
    }
}
